// How text is compared: with or without its capitals and accents. What it becomes may be longer or shorter, so each unit of it
// knows the character it stands for.

/** What has to be the same for two letters to be the same. */
export type Folding = { matchesCase: boolean; forgivesAccents: boolean };

/** A text as it is compared. */
export type Folded = {
  text: string;
  /** For each unit of `text`, and for its end, where the character it stands for begins in the text itself. */
  starts: readonly number[];
};

/** What a keyboard has no key for is found by what one types instead. */
const TYPED: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "\u00a0": " ",
  "\u202f": " ",
};
/** Two letters that are written as one. */
const JOINED: Readonly<Record<string, string>> = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" };

/** Prepares a text for comparison. */
export function folded(text: string, folding: Folding): Folded {
  const starts: number[] = [];
  let result = "";
  let at = 0;
  for (const character of text) {
    const units = foldedCharacter(character, folding);
    for (let unit = 0; unit < units.length; unit++) starts.push(at);
    result += units;
    at += character.length;
  }
  starts.push(at);
  return { text: result, starts };
}

function foldedCharacter(character: string, { matchesCase, forgivesAccents }: Folding): string {
  // Most letters need no thought.
  if (character < "\u0080") return matchesCase ? character : character.toLowerCase();
  const typed = TYPED[character] ?? (forgivesAccents ? JOINED[character] : undefined) ?? character;
  const parted = typed.normalize("NFD");
  const plain = forgivesAccents ? parted.replace(/\p{M}/gu, "") : parted;
  return matchesCase ? plain : plain.toLowerCase();
}
