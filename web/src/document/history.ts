// What became of an item of a document, such as a card: read out of the document's history, the latest first.
import * as Automerge from "@automerge/automerge/slim";
import { ImmutableString } from "@automerge/automerge/slim";
import { fields } from "./fields";

/** An item, and what there is to tell of it. */
export type Item = {
  /** The map at the root it is in, and its key there: one that nothing else in the document has. */
  map: string;
  id: string;
  /** Fields whose values are told when they are written. Of what is inside other fields, only that it changed is told. */
  values: readonly string[];
  /** Fields written letter by letter. */
  texts: readonly string[];
  /** Fields that may be written again as they were: told when they change. */
  rewritten: readonly string[];
};

/** One field of the item as one change left it. */
export type Event = {
  /** The change, and the field in it: unique. */
  key: string;
  /** Who wrote it: an actor of the document. */
  actor: string;
  /** Milliseconds since 1970. */
  at: number;
  /** `created`: the item itself. */
  field: string;
  /** What it was given, when it is something short that can be shown. */
  value: string | null;
};

/** Changes read before the page gets its turn. */
const AT_ONCE = 400;

/** Reads it change by change; the page stays alive meanwhile. None when the item is not there. */
export async function historyOf<T>(
  document: Automerge.Doc<T>,
  item: Item,
  signal: AbortSignal,
): Promise<Event[]> {
  const own: Own = new Map();
  const events: Event[] = [];
  for (const [at, bytes] of Automerge.getAllChanges(document).entries()) {
    if (signal.aborted) return [];
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    events.push(...eventsIn(Automerge.decodeChange(bytes), item, own));
  }
  return withTexts(document, item, withoutRests(events, item)).reverse();
}

/** The objects of the item, by their names in the history: the field each belongs to, empty for the item itself. */
type Own = Map<string, string>;

/** Remembers an object of the item that a change makes. */
function noteMade(
  own: Own,
  made: string,
  inside: string | undefined,
  name: string,
  id: string,
): void {
  if (name === id && inside === undefined) own.set(made, "");
  else if (inside !== undefined) own.set(made, inside || name);
}

function eventsIn(change: Automerge.DecodedChange, { id, values }: Item, own: Own): Event[] {
  const seen = new Map<string, Event>();
  const write = (field: string, value: string | null): void => {
    const key = `${change.hash} ${field}`;
    seen.set(field, { key, actor: change.actor, at: change.time * 1_000, field, value });
  };
  for (const [at, op] of change.ops.entries()) {
    const inside = own.get(op.obj);
    const name = "key" in op && typeof op.key === "string" ? op.key : "";
    if (op.action.startsWith("make"))
      noteMade(own, `${String(change.startOp + at)}@${change.actor}`, inside, name, id);
    if (op.action.startsWith("make") && name === id) write("created", null);
    else if (inside === undefined) continue;
    else if (inside !== "") write(inside, null);
    else if (values.includes(name) && op.action !== "del") write(name, shown(op.value));
  }
  return seen.has("created")
    ? [...seen.values()].filter(({ field }) => field === "created")
    : [...seen.values()];
}

/** Without what was written again as it was. */
function withoutRests(events: readonly Event[], { rewritten }: Item): Event[] {
  const last = new Map<string, string | null>();
  return events.filter(({ field, value }) => {
    if (!rewritten.includes(field)) return true;
    const isChanged = value !== (last.get(field) ?? null);
    last.set(field, value);
    return isChanged;
  });
}

function shown(value: unknown): string | null {
  if (value instanceof ImmutableString) return value.val;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "1" : "";
  if (typeof value === "number" || typeof value === "bigint") return Number(value) > 0 ? "1" : "";
  return null;
}

/** What is written letter by letter: its value after a change is looked up in the document of then. */
function withTexts<T>(
  document: Automerge.Doc<T>,
  { map, id, texts }: Item,
  events: Event[],
): Event[] {
  return events.map((event) => {
    if (!texts.includes(event.field)) return event;
    const hash = event.key.split(" ")[0] ?? "";
    const then = Automerge.view(document, [hash]);
    const text = fields(fields(fields(then)[map])[id])[event.field];
    return { ...event, value: typeof text === "string" ? text : null };
  });
}
