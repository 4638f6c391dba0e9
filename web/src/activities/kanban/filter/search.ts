// Finds words in cards, whatever their accents and capitals.
import type { Card, Label } from "../contract";

/** A card is read anew when it changes, so what was read of this one stays true. */
const read = new WeakMap<Card, string>();

/** Whether each of the words is somewhere in the card. */
export function finds(card: Card, labels: readonly Label[], words: string): boolean {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return true;
  const text = `${textOf(card)}\n${plain(titlesOf(card, labels))}`;
  return asked.every((word) => text.includes(word));
}

/** Without accents, ligatures, capitals and curly apostrophes: 'L’Été' and 'l'ete' are the same. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/’/g, "'");
}

function textOf(card: Card): string {
  const known = read.get(card);
  if (known !== undefined) return known;
  const lines = [...card.checks, ...card.comments].map(({ text }) => text);
  const text = plain([card.title, card.description, ...lines].join("\n"));
  read.set(card, text);
  return text;
}

function titlesOf(card: Card, labels: readonly Label[]): string {
  const own = labels.filter(({ id }) => card.labels.includes(id));
  return own.map(({ title }) => title).join("\n");
}
