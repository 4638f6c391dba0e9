// Naming somebody while one writes: what was typed behind an @, and who can be meant.
import type { PersonView } from "../../generated/PersonView";

/** So many are offered at once. */
const OFFERED_MAX = 6;
/** Behind an @ that begins a word; a name may have spaces in it. */
const ASKED = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u;

/** Where a name is being typed: from the @ on. */
export type Asked = { from: number; typed: string };

/** What is asked for in front of the caret; null when no name is. */
export function askedIn(text: string, caret: number): Asked | null {
  const typed = ASKED.exec(text.slice(0, caret))?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** Who can be meant by what was typed: those one of whose names begins so, whoever is here first. */
export function whoIsMeant(people: readonly PersonView[], typed: string): PersonView[] {
  const wanted = plain(typed);
  const meant = people.filter(({ name }) => {
    const called = plain(name);
    return called !== "" && (called.startsWith(wanted) || called.includes(` ${wanted}`));
  });
  const isHere = ({ peers }: PersonView): number => (peers.length > 0 ? 0 : 1);
  return meant
    .sort((a, b) => isHere(a) - isHere(b) || a.name.localeCompare(b.name))
    .slice(0, OFFERED_MAX);
}

/** The text with a name in the place of what was typed, and where the caret goes. */
export function named(
  text: string,
  { from, typed }: Asked,
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(from + 1 + typed.length);
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + rest.replace(/^ /, ""), caret: before.length };
}

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
