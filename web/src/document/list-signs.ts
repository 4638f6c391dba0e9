// The signs lists begin with where they are only text: '- ', '• ', '☐', '[x] ', '1. '.

/** What a line begins with. */
export type ListSign = {
  kind: "bullet" | "numbered" | "check";
  isChecked: boolean;
  /** How many columns the sign is moved in. */
  column: number;
  /** What follows the sign. */
  text: string;
  /** A dash may also begin a sentence: it is sure beside another sign alone. */
  isSure: boolean;
};

/** The sign each line begins with; null where there is none. A number is one only in a run: 1., 2., 3. */
export function signsIn(lines: readonly string[]): (ListSign | null)[] {
  const seen = lines.map(seenIn);
  const isNumbered = numbersIn(seen);
  const signs = seen.map((line, at) => (line?.number === null || isNumbered[at] ? line : null));
  return signs.map(
    (sign, at) => sign && { ...sign, isSure: sign.isSure || hasBeside(signs, lines, at) },
  );
}

/** The box a text begins with, or a bullet; null where there is none of either. */
export function markIn(line: string): ListSign | null {
  const seen = seenIn(line);
  return seen?.number === null && seen.isSure ? seen : null;
}

type Seen = ListSign & { number: number | null };

// With the signs of Symbol and Wingdings that come as private characters.
const BULLET = /^(?:[•·∙▪▫◦‣⁃●○■◆◇►▶➢➤❖\uf0a7\uf0b7\uf0d8\uf076]\s*|o\t\s*)/u;
const DASH = /^[-*–—]\s+/;
const NUMBER = /^(\d{1,3})(?:[.)°/]|\s?[-–])\s+/;
const BOX = /^(?:\[([ xX]?)\](?!\()\s*|([☐☑☒□❏❑🗹\uf06f\uf0a8\uf0fe])\s*)/u;
const TICKED = /[xX☑☒🗹\uf0fe]/u;
const TAB_COLUMNS = 4;

function seenIn(line: string): Seen | null {
  const margin = /^\s*/.exec(line)?.[0] ?? "";
  const words = line.slice(margin.length);
  const [first, kind] = beginning(words);
  const afterFirst = words.slice(first.length);
  const box = BOX.exec(afterFirst);
  if (kind === null && !box) return null;
  return {
    kind: box ? "check" : (kind ?? "bullet"),
    isChecked: box !== null && TICKED.test(box[1] ?? box[2] ?? ""),
    column: Array.from(margin).reduce((sum, one) => sum + (one === "\t" ? TAB_COLUMNS : 1), 0),
    text: box ? afterFirst.slice(box[0].length) : afterFirst,
    isSure: box !== null || kind === "numbered" || BULLET.test(words),
    number: kind === "numbered" ? Number(NUMBER.exec(words)?.[1]) : null,
  };
}

function beginning(words: string): [string, "bullet" | "numbered" | null] {
  const bullet = BULLET.exec(words) ?? DASH.exec(words);
  if (bullet) return [bullet[0], "bullet"];
  const number = NUMBER.exec(words);
  return number ? [number[0], "numbered"] : ["", null];
}

/** Which numbers belong to a run: the next of one at its column, a 1 that a 2 follows, the place in a list. */
function numbersIn(seen: readonly (Seen | null)[]): boolean[] {
  const follows = followers(seen);
  const last = new Map<number, number>();
  let place = 0;
  return seen.map((line, at) => {
    if (line === null) return false;
    place += 1;
    const { number, column } = line;
    if (number === null) return false;
    const isNext = last.get(column) === number - 1 || (place > 1 && number === place);
    const isInRun = isNext || (number === 1 && follows[at] === 2);
    if (isInRun) last.set(column, number);
    else place = 0;
    return isInRun;
  });
}

/** For each line the number that comes next at its column. */
function followers(seen: readonly (Seen | null)[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const found: (number | undefined)[] = [];
  for (let at = seen.length - 1; at >= 0; at--) {
    const line = seen[at];
    found[at] = line ? next.get(line.column) : undefined;
    if (line?.number != null) next.set(line.column, line.number);
  }
  return found;
}

/** Whether the next line above or below that says anything has a sign too. */
function hasBeside(
  signs: readonly (ListSign | null)[],
  lines: readonly string[],
  at: number,
): boolean {
  return [-1, 1].some((side) => {
    let beside = at + side;
    while (lines[beside]?.trim() === "") beside += side;
    return signs[beside] != null;
  });
}
