// Whether bytes were written on a Mac of old or by Excel there (MacRoman), and not on Windows: the same bytes are other
// letters, and nothing in the file says which. What gives the likelier French, German or Spanish is taken.

/** A letter after which a capital is unlikely. */
const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
/** Letters and signs by how much they are worth; any other tells against a text. */
const LIKELY = [
  { signs: "éèàêçôîûùâëïœüöäßñ", worth: 3 },
  { signs: "áíóúÉÈÀÊÇÔÎŒÜÖÄ’«»°€–…\u00a0", worth: 1 },
];

/** Whether the text reads better as MacRoman than as Windows-1252; in doubt it is of Windows. */
export function isOfMac(bytes: Uint8Array): boolean {
  return likelihood(bytes, "macintosh") > likelihood(bytes, "windows-1252");
}

function likelihood(bytes: Uint8Array, encoding: string): number {
  let sum = 0;
  let before = "";
  for (const letter of new TextDecoder(encoding).decode(bytes)) {
    if (letter > "\u007f") sum += worth(letter, before);
    before = letter;
  }
  return sum;
}

function worth(letter: string, before: string): number {
  if (SMALL.test(before) && CAPITAL.test(letter)) return -3;
  return LIKELY.find(({ signs }) => signs.includes(letter))?.worth ?? -2;
}
