// What became of a card: read out of the document's history, the latest first.
import * as Automerge from "@automerge/automerge/slim";
import { ImmutableString } from "@automerge/automerge/slim";
import { fields } from "../document/fields";

/** A field that can be given an earlier value. */
export const restorable = ["title", "description", "start", "due", "cover"] as const;
export type Restorable = (typeof restorable)[number];

/** The document of a plan, of which nothing is known for sure. */
type PlanDocument = Automerge.Doc<Record<string, unknown>>;

/** One field of the card as one change left it. */
export type Event = {
  /** The change, and the field in it: unique. */
  key: string;
  /** Who wrote it: an actor of the document. */
  actor: string;
  /** Milliseconds since 1970. */
  at: number;
  field: string;
  /** What it was given, when it is something short that can be shown. */
  value: string | null;
};

/** Changes read before the page gets its turn. */
const AT_ONCE = 400;

/** Reads it change by change; the page stays alive meanwhile. None when the card is not there. */
export async function historyOf(
  document: PlanDocument,
  card: string,
  signal: AbortSignal,
): Promise<Event[]> {
  const own: Own = new Map();
  const events: Event[] = [];
  for (const [at, bytes] of Automerge.getAllChanges(document).entries()) {
    if (signal.aborted) return [];
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    events.push(...eventsIn(Automerge.decodeChange(bytes), card, own));
  }
  return withTexts(document, card, withoutRests(events)).reverse();
}

/** The objects of the card, by their names in the history: the field each belongs to, empty for the card itself. */
type Own = Map<string, string>;

/** Remembers an object of the card that a change makes. */
function noteMade(
  own: Own,
  made: string,
  inside: string | undefined,
  name: string,
  card: string,
): void {
  if (name === card && inside === undefined) own.set(made, "");
  else if (inside !== undefined) own.set(made, inside || name);
}

function eventsIn(change: Automerge.DecodedChange, card: string, own: Own): Event[] {
  const seen = new Map<string, Event>();
  const write = (field: string, value: string | null): void => {
    const key = `${change.hash} ${field}`;
    seen.set(field, { key, actor: change.actor, at: change.time * 1_000, field, value });
  };
  for (const [at, op] of change.ops.entries()) {
    const inside = own.get(op.obj);
    const name = "key" in op && typeof op.key === "string" ? op.key : "";
    if (op.action.startsWith("make"))
      noteMade(own, `${String(change.startOp + at)}@${change.actor}`, inside, name, card);
    if (op.action.startsWith("make") && name === card) write("created", null);
    else if (inside === undefined) continue;
    else if (inside !== "") write(inside, null);
    else if (isTold(name) && op.action !== "del") write(name, shown(op.value));
  }
  return seen.has("created")
    ? [...seen.values()].filter(({ field }) => field === "created")
    : [...seen.values()];
}

/** A card that is moved inside its column is written there again. */
function withoutRests(events: readonly Event[]): Event[] {
  let column: string | null = null;
  return events.filter(({ field, value }) => {
    if (field !== "column") return true;
    const isMove = value !== column;
    column = value;
    return isMove;
  });
}

const told = [
  "title",
  "column",
  "start",
  "due",
  "done",
  "cover",
  "template",
  "archived",
  "deleted",
];
const isTold = (name: string): boolean => told.includes(name);

function shown(value: unknown): string | null {
  if (value instanceof ImmutableString) return value.val;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "1" : "";
  if (typeof value === "number" || typeof value === "bigint") return Number(value) > 0 ? "1" : "";
  return null;
}

/** A description is written letter by letter: its value after a change is looked up in the document of then. */
function withTexts(document: PlanDocument, card: string, events: Event[]): Event[] {
  return events.map((event) => {
    if (event.field !== "description") return event;
    const hash = event.key.split(" ")[0] ?? "";
    const then = Automerge.view(document, [hash]);
    const text = fields(fields(fields(then)["cards"])[card])["description"];
    return { ...event, value: typeof text === "string" ? text : null };
  });
}
