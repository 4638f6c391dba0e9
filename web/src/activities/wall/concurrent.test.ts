// Whatever people do at the same time, offline too: everybody ends with the same wall, and no note is lost or in two places.
import * as Automerge from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../document/testing/automerge";
import { LoneHandle } from "../../document/testing/lone-handle";
import type { Wall } from "./contract";
import { addColumn, moveColumn, removeColumn } from "./document/gestures/columns";
import { moveItem, putWith, renameGroup, takeOut } from "./document/gestures/place";
import { itemsOf } from "./document/read";
import { openWall, type OpenWall } from "./open-wall";

beforeAll(ready);

const NOTES = ["n1", "n2", "n3", "n4", "n5"];

function newWall(): Uint8Array {
  const scalar = (text: string) => new Automerge.ImmutableString(text);
  const document = Automerge.change(
    Automerge.init<Record<string, unknown>>({ actor: "00" }),
    { time: 0 },
    (draft) => {
      draft["kind"] = scalar("wall");
      draft["version"] = 1;
      draft["columns"] = Object.fromEntries(
        ["F", "V", "k"].map((rank, at) => [
          `c${String(at + 1)}`,
          { title: scalar(rank), rank: scalar(rank), deleted: 0 },
        ]),
      );
      draft["groups"] = {};
      draft["notes"] = Object.fromEntries(
        NOTES.map((id, at) => [
          id,
          {
            ...{ text: scalar(id), by: scalar(""), column: scalar("c1"), group: scalar("") },
            rank: scalar("BDFHJ".charAt(at)),
          },
        ]),
      );
    },
  );
  return Automerge.save(document);
}

class Replica {
  readonly wall: OpenWall;
  readonly #copy: LoneHandle;

  constructor(saved: Uint8Array, name: string) {
    this.#copy = new LoneHandle(saved, name);
    this.wall = openWall(this.#copy.handle, name);
    this.wall.follow();
  }

  merge(other: Replica): void {
    this.#copy.merge(other.#copy);
  }
}

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;

function perform(wall: OpenWall, what: number, a: number, b: number): void {
  const { now } = wall;
  const things = [...now.notes, ...now.groups].map(({ id }) => id);
  const [one, other] = [pick(things, a), pick(things, b)];
  const column = pick(now.columns, b).id;
  const deeds = [
    () => wall.act("", (pen, now) => moveItem(pen, now, one, column, null)),
    () =>
      wall.act("", (pen, now) =>
        moveItem(pen, now, one, column, itemsOf(now, column)[0]?.id ?? null),
      ),
    () => wall.act("", (pen, now) => putWith(pen, now, one, other)),
    () => wall.act("", (pen, now) => takeOut(pen, now, one)),
    () => now.groups[0] && wall.act("", (pen) => renameGroup(pen, pick(now.groups, a).id, "Nom")),
    () => now.columns.length < 6 && wall.act("", (pen, now) => addColumn(pen, now, "Encore")),
    () => wall.act("", (pen, now) => moveColumn(pen, now, column, 1)),
    () => wall.act("", (pen, now) => removeColumn(pen, now, column)),
    () => wall.undo(),
  ];
  pick(deeds, what)();
}

function isSound(wall: Wall): void {
  const shown = wall.columns.flatMap(({ id }) =>
    itemsOf(wall, id).flatMap((item) =>
      item.kind === "group" ? item.notes.map((note) => note.id) : [item.id],
    ),
  );
  expect([...shown].sort(), "each note is shown once").toEqual(NOTES);
}

test("two to four people end with the same wall, with every note once", () => {
  const step = fc.tuple(fc.nat(3), fc.nat(8), fc.nat(100), fc.nat(100), fc.boolean());
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(step, { maxLength: 50 }), (n, steps) => {
      const saved = newWall();
      const all = Array.from({ length: n }, (_, at) => new Replica(saved, `p${String(at)}`));
      for (const [who, what, a, b, isMerge] of steps) {
        const replica = pick(all, who);
        const other = pick(all, a);
        if (!isMerge) perform(replica.wall, what, a, b);
        else if (other !== replica) replica.merge(other);
        isSound(replica.wall.now);
      }
      const [first, ...others] = all as [Replica, ...Replica[]];
      for (const other of others) first.merge(other);
      for (const other of others) other.merge(first);
      for (const { wall } of others) expect(wall.now).toEqual(first.wall.now);
      isSound(first.wall.now);
    }),
    { numRuns: 60 },
  );
});

test("what is put with a note is in its group, and taking that back leaves it where it was", () => {
  const { wall } = new Replica(newWall(), "ana");
  const before = wall.now;
  wall.act("", (pen, now) => putWith(pen, now, "n1", "n3"));
  const [group] = wall.now.groups;
  const inside = wall.now.notes.filter((note) => note.group === group?.id);
  expect(inside.map(({ id }) => id)).toEqual(["n3", "n1"]);
  expect(wall.act("", (pen, now) => putWith(pen, now, "n1", "n1"))).toBeNull();
  wall.undo();
  expect(wall.now.notes).toEqual(before.notes);
  wall.act("", (pen, now) => putWith(pen, now, "n1", "n3"));
  wall.act("", (pen, now) => putWith(pen, now, "n2", now.groups[0]?.id ?? ""));
  expect(itemsOf(wall.now, "c1").map(({ kind }) => kind)).toEqual(["group", "note", "note"]);
});
