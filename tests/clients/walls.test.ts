// A wall with names: people move its notes as they like; what is on them, and who wrote it, only the server says.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type * as Automerge from "@automerge/automerge";
import type { DocHandle } from "@automerge/automerge-repo";
import { inTime } from "../world/deadline.ts";
import { OpenWorkshop } from "../world/workshop.ts";

type Note = { text: string; by: string | Automerge.ImmutableString; column: string; rank: string };
type Wall = { notes: Record<string, Note> };

const NOTE = "0123456789abcdef0123456789abcdef";

let workshop: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
});

/** A wall that is announced with names, with one note of who facilitates. */
async function announced(): Promise<string> {
  const { facilitator, id: space } = workshop;
  const made = await facilitator.asks("POST", `/api/spaces/${space}/documents`, {
    kind: "wall",
    title: "Attentes",
  });
  const { id } = (await made.json()) as { id: string };
  const rules = { named: true, hidden: false, moderated: false };
  await facilitator.asks("POST", `/api/walls/${id}/announce`, rules);
  const note = { text: "Choisir un outil", column: "" };
  const written = await facilitator.asks("PUT", `/api/walls/${id}/notes/${NOTE}`, note);
  assert.equal(written.status, 200);
  return id;
}

const only = (handle: DocHandle<Wall>): Note | undefined => Object.values(handle.doc().notes)[0];

/** Changes the only note of a wall. */
function changes(handle: DocHandle<Wall>, gesture: (note: Note) => void): void {
  handle.change(({ notes }) => {
    for (const note of Object.values(notes)) gesture(note);
  });
}

async function sees(handle: DocHandle<Wall>, rank: string): Promise<void> {
  const comes = async (): Promise<void> => {
    while (only(handle)?.rank !== rank) await new Promise((heard) => handle.once("change", heard));
  };
  await inTime(`a note at ${rank}`, comes());
}

test("nobody writes on a note of a wall in another's name, and everybody moves it", async () => {
  const id = await announced();
  const [mallory, bob] = [await workshop.connects("Mallory"), await workshop.connects("Bob")];
  const forged = (await mallory.opens(id)) as unknown as DocHandle<Wall>;
  const moved = (await bob.opens(id)) as unknown as DocHandle<Wall>;
  const by = only(moved)?.by.toString() ?? "";
  assert.notEqual(by, "");
  changes(forged, (note) => {
    note.by = "";
    note.text = "Partir plus tôt";
  });
  for (const rank of ["b", "c", "d"]) {
    changes(moved, (note) => {
      note.rank = rank;
    });
    await sees(forged, rank);
  }
  const file = await workshop.facilitator.asks("GET", `/api/documents/${id}.json`);
  const wall = (await file.json()) as { notes: Note[] };
  assert.deepEqual(
    wall.notes.map((note) => [note.text, note.by, note.rank]),
    [["Choisir un outil", by, "d"]],
  );
});
