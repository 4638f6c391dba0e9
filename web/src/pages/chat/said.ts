// What is in a message beside plain text: addresses, and names of people behind an @.
import type { PersonView } from "../../generated/PersonView";

export type Part =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  /** `people`: whoever is called so. */
  | { kind: "name"; text: string; people: readonly string[] };

/** What a name is needed of. */
type Named = Pick<PersonView, "id" | "name">;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;
/** What ends a sentence, or the brackets around an address, is no part of it. */
const AFTER_ADDRESS = /[.,;:!?…'’»)\]}]+$/u;
const LETTER = /[\p{L}\p{N}_]/u;

/** A text in parts, in their order. */
export function partsOf(body: string, people: readonly Named[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { index, 0: found } of body.matchAll(ADDRESS)) {
    const text = addressIn(found);
    parts.push(...namesIn(body.slice(end, index), people));
    parts.push({ kind: "link", text, href: /^www/i.test(text) ? `https://${text}` : text });
    end = index + text.length;
  }
  return [...parts, ...namesIn(body.slice(end), people)];
}

/** Whether somebody is named in a text. */
export function isNamed(body: string, person: string, people: readonly Named[]): boolean {
  return partsOf(body, people).some((part) => part.kind === "name" && part.people.includes(person));
}

function addressIn(found: string): string {
  const text = found.replace(AFTER_ADDRESS, "");
  // A bracket that was opened in the address is closed in it.
  const isOpen = text.split("(").length > text.split(")").length;
  return isOpen && found[text.length] === ")" ? `${text})` : text;
}

function namesIn(text: string, people: readonly Named[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const name = nameAt(text, at, people);
    if (name === null) continue;
    const called = people.filter((person) => isSame(person.name, name)).map(({ id }) => id);
    if (at > end) parts.push({ kind: "text", text: text.slice(end, at) });
    parts.push({ kind: "name", text: `@${name}`, people: called });
    end = at + 1 + name.length;
  }
  return end < text.length ? [...parts, { kind: "text", text: text.slice(end) }] : parts;
}

/** The longest name that stands behind an @, as it is written there. */
function nameAt(text: string, at: number, people: readonly Named[]): string | null {
  if (LETTER.test(text[at - 1] ?? "")) return null;
  const written = people
    .map(({ name }) => ({ name, each: text.slice(at + 1, at + 1 + name.length) }))
    .filter(({ name, each }) => name !== "" && isSame(name, each))
    .map(({ each }) => each)
    .filter((each) => !LETTER.test(text[at + 1 + each.length] ?? ""));
  return written.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Whether two names are the same but for capitals and accents. */
function isSame(a: string, b: string): boolean {
  return a.length === b.length && a.localeCompare(b, undefined, { sensitivity: "base" }) === 0;
}
