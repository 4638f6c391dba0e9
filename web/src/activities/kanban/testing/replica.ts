// A kanban without a network: what one writes stays here until it is merged with another's.
import * as Automerge from "@automerge/automerge/slim";
import { LoneHandle } from "../../../document/testing/lone-handle";
import { openKanban, type OpenKanban } from "../open-kanban";

/** Somebody's copy of a kanban, open. */
export class Replica {
  readonly kanban: OpenKanban;
  readonly #copy: LoneHandle;

  constructor(saved: Uint8Array, name: string, clock: () => number = () => 1_795_000_000_000) {
    this.#copy = new LoneHandle(saved, name);
    this.kanban = openKanban(this.#copy.handle, name, clock);
    this.kanban.follow();
  }

  get document(): LoneHandle["document"] {
    return this.#copy.document;
  }

  /** Takes in everything another has. */
  merge(other: Replica): void {
    this.#copy.merge(other.#copy);
  }
}

/** The first three columns, as the server makes them. */
export function newKanban(): Uint8Array {
  const scalar = (text: string) => new Automerge.ImmutableString(text);
  const column = (title: string, rank: string, done = false) => ({
    title: scalar(title),
    rank: scalar(rank),
    colour: scalar(""),
    limit: 0,
    done,
    archived: 0,
    deleted: 0,
  });
  const document = Automerge.change(
    Automerge.init<Record<string, unknown>>({ actor: "00" }),
    { time: 0 },
    (draft) => {
      draft["kind"] = scalar("kanban");
      draft["version"] = 1;
      draft["columns"] = {
        c1: column("À faire", "F"),
        c2: column("En cours", "V"),
        c3: column("Fait", "k", true),
      };
      draft["cards"] = {};
      draft["labels"] = {};
    },
  );
  return Automerge.save(document);
}
