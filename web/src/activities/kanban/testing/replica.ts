// A plan without a network: what one writes stays here until it is merged with another's.
import * as Automerge from "@automerge/automerge/slim";
import type { DocHandle } from "@automerge/automerge-repo/slim";
import { Plan } from "../plan.svelte";

type PlanDocument = Automerge.Doc<Record<string, unknown>>;
type Draft = (draft: Record<string, unknown>) => void;

/** As much of a handle as a plan needs. */
class Handle {
  readonly #listeners = new Set<() => void>();

  constructor(public document: PlanDocument) {}

  doc(): PlanDocument {
    return this.document;
  }

  change(write: Draft, options: Automerge.ChangeOptions<Record<string, unknown>>): void {
    this.document = Automerge.change(this.document, options, write);
    this.tell();
  }

  on(_: "change", listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_: "change", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Somebody's copy of a plan, with the plan over it. */
export class Replica {
  readonly plan: Plan;
  readonly #handle: Handle;

  constructor(document: Uint8Array, name: string, clock: () => number = () => 1_795_000_000_000) {
    const actor = Array.from(new TextEncoder().encode(name.padEnd(8, "_")), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    this.#handle = new Handle(Automerge.load(document, { actor }));
    this.plan = new Plan(this.#handle as unknown as DocHandle<unknown>, name, clock);
    this.plan.follow();
  }

  get document(): PlanDocument {
    return this.#handle.document;
  }

  /** Takes in everything another has. */
  merge(other: Replica): void {
    this.#handle.document = Automerge.merge(this.#handle.document, Automerge.clone(other.document));
    this.#handle.tell();
  }
}

/** The first three columns, as the server makes them. */
export function newPlan(): Uint8Array {
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
