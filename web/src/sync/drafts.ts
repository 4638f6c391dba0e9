// Words that were begun and not sent yet, each field's under a key of its own: kept on this device until they are sent, so
// that the back button, a page that is loaded again and another address lose none of them.
import { DAY_MS } from "../day/day-ms";
import { keptHere, keysHere, type KeptHere } from "./kept-here";
import { isRecord } from "./views";

const prefix = "atelier-draft-";

/** Longer than any field takes. */
const DRAFT_CHARS_MAX = 50_000;
/** Those begun last; what was begun before them is let go of. */
const DRAFTS_MAX = 40;
const DRAFT_DAYS_MAX = 30;

/** `from`: what was in the field before. `at`: when it was written in last, in milliseconds since 1970. */
export type Begun = { text: string; from: string; at: number };

/** What was written in last: it has its room. */
let current = "";

/** Where a browser that keeps nothing has them, as long as the page. */
const withPage = new Map<string, Begun>();

/** What was begun in a field of a place, such as a document; null when nothing was, or too long ago. */
export function begunIn(place: string, field: string, now = Date.now()): Begun | null {
  const name = nameOf(place, field);
  const found = kept(name).load() ?? withPage.get(name) ?? null;
  if (found === null || !isOld(found, now)) return found;
  forget(name);
  return null;
}

export function keepBegun(place: string, field: string, text: string, from: string): void {
  if (text.length > DRAFT_CHARS_MAX) return;
  const name = nameOf(place, field);
  const begun = { text, from, at: Date.now() };
  // A letter more needs neither to be looked up nor to be made room for.
  if (name !== current && kept(name).load() === null) makeRoom(begun.at);
  current = name;
  if (kept(name).save(begun)) withPage.delete(name);
  else withPage.set(name, begun);
}

/** They were sent, or taken back. */
export function forgetBegun(place: string, field: string): void {
  forget(nameOf(place, field));
}

/** Forgets everything that was begun in a place. */
export function forgetAllBegun(place: string): void {
  for (const name of allNames()) if (name.startsWith(`${place}/`)) forget(name);
}

/** Forgets all that was begun on this device. */
export function forgetEverythingBegun(): void {
  for (const name of allNames()) forget(name);
}

/** Lets go of those that are old and, of the others, of those that would be too many with one more. */
function makeRoom(now: number): void {
  const all = allNames().map((name) => ({ name, at: kept(name).load()?.at ?? 0 }));
  const latestFirst = all.sort((a, b) => b.at - a.at);
  for (const [place, one] of latestFirst.entries())
    if (place >= DRAFTS_MAX - 1 || isOld(one, now)) forget(one.name);
}

function isOld({ at }: { at: number }, now: number): boolean {
  return now - at > DRAFT_DAYS_MAX * DAY_MS;
}

function allNames(): string[] {
  return [...new Set([...keysHere(prefix), ...withPage.keys()])];
}

const nameOf = (place: string, field: string): string => `${place}/${field}`;

const kept = (name: string): KeptHere<Begun> => keptHere(prefix + name, read);

function forget(name: string): void {
  if (name === current) current = "";
  kept(name).forget();
  withPage.delete(name);
}

function read(value: unknown): Begun | null {
  if (!isRecord(value)) return null;
  const { text, from, at } = value;
  return typeof text === "string" && typeof from === "string" && typeof at === "number"
    ? { text, from, at }
    : null;
}
