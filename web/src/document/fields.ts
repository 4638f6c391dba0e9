// Fields of the document's maps, whatever people wrote there: nothing in it can make a document unreadable.
import { ImmutableString } from "@automerge/automerge/slim";
import { isRecord } from "../sync/views";
import { ADDRESS_CHARS_MAX, ID_CHARS_MAX, RANK_CHARS_MAX } from "./limits";
import { compare } from "./order";

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

/** The maps in a map, by their keys; what has no usable key is not there. */
export function entries(value: unknown): [string, Fields][] {
  return Object.entries(fields(value)).filter(
    (entry): entry is [string, Fields] => isId(entry[0]) && isMap(entry[1]),
  );
}

/** The keys that are exactly true, in the order of their letters. */
export function members(value: unknown): string[] {
  return Object.entries(fields(value))
    .filter(([key, is]) => is === true && isId(key))
    .map(([key]) => key)
    .sort(compare);
}

/** Text cut to so many characters. What nobody edits letter by letter arrives as an object around it. */
export function text(value: unknown, charsMax: number): string {
  return cut(unwrapped(value) ?? "", charsMax);
}

/** The texts of a list that are not empty, each cut to so many characters. */
export function texts(value: unknown, charsMax: number): string[] {
  return Array.isArray(value) ? value.map((item) => text(item, charsMax)).filter(Boolean) : [];
}

/** A whole number that is not negative; integers over 32 bits may arrive as bigint. */
export function number(value: unknown): number {
  const whole = typeof value === "bigint" ? Number(value) : value;
  if (typeof whole !== "number" || !(whole > 0)) return 0;
  return Math.min(Math.trunc(whole), Number.MAX_SAFE_INTEGER);
}

export function rank(value: unknown): string {
  return text(value, RANK_CHARS_MAX).replace(/[^0-9A-Za-z]/g, "");
}

/** A day of the calendar in exactly this form, else none. */
export function day(value: unknown): string {
  const word = text(value, ID_CHARS_MAX);
  return isDay(word) ? word : "";
}

/** An address on the web or on this server; empty for anything else, such as a script. */
export function followed(value: unknown): string {
  const address = unwrapped(value) ?? "";
  return isFollowed(address) ? address : "";
}

/** An address on this server; empty for anything else. */
export function here(value: unknown): string {
  const address = unwrapped(value) ?? "";
  return isHere(address) && isPlain(address) ? address : "";
}

export function isFollowed(address: string): boolean {
  const isWeb = /^(https?:|mailto:)./is.test(address);
  return (isWeb || isHere(address)) && isPlain(address);
}

function isDay(word: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (!parts) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return year > 0 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
}

export function cut(whole: string, charsMax: number): string {
  return whole.length <= charsMax ? whole : Array.from(whole).slice(0, charsMax).join("");
}

/** Browsers take `//` and `/\` for the beginning of another server's address. */
function isHere(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

function isPlain(address: string): boolean {
  return Array.from(address).length <= ADDRESS_CHARS_MAX && !/[\s\p{Cc}\ufeff]/u.test(address);
}

function unwrapped(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof ImmutableString ? value.val : undefined;
}

/** A text that arrives as an object around it is no map. */
function isMap(value: unknown): boolean {
  return isRecord(value) && !Array.isArray(value) && !isScalar(value);
}

function isScalar(value: Fields): boolean {
  const made = Object.getPrototypeOf(value) as unknown;
  return made !== Object.prototype && made !== null;
}

function isId(key: string): boolean {
  return key !== "" && Array.from(key).length <= ID_CHARS_MAX;
}
