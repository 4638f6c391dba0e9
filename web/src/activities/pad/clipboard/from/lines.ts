// Collects the lines of what is pasted, with white space as a browser would show it.
import { Fragment, Mark, type Node } from "prosemirror-model";
import type { Block } from "../../page/block";
import { schema } from "../../page/schema";
import { newTable } from "../../writing/tables";

/** Text with the same marks all along. */
export type Run = { text: string; marks: readonly Mark[] };
export type Line = { block: Block; runs: Run[] };

/** What becomes of white space: it collapses, it stays, or only the ends of lines stay. */
export type White = "normal" | "pre" | "pre-line";

/** An item of a list: all of its text is one line. */
export type Item = { block: Block; line: Line | null };

/** What holds for text at a place of the page that is read. */
export type Around = {
  block: Block;
  item: Item | null;
  marks: readonly Mark[];
  white: White;
  /** Whether a line that is broken goes on in the same block. */
  isSoft: boolean;
};

export class Lines {
  readonly all: Line[] = [];
  #open: Line | null = null;
  /** The marks of a space that is there only if something follows it. */
  #space: readonly Mark[] | null = null;
  /** Breaks that are there only if something follows them, if only a break. */
  #breaks: Run[] = [];
  /** What the next line is, whatever stands around it. */
  #next: Block | null = null;

  write(text: string, around: Around): void {
    if (around.white === "normal") {
      this.#collapse(text, around);
      return;
    }
    text.split(/\r\n|[\r\n]/).forEach((line, number) => {
      if (number > 0) this.break(around);
      if (around.white === "pre-line") this.#collapse(line, around);
      else if (line !== "") this.#add(line, around);
    });
  }

  /** A line ends here; where none has begun, it is an empty one. */
  break(around: Around): void {
    const isSoft = around.isSoft || this.#open === null;
    if (this.#open === null) this.#begin(around);
    if (isSoft) this.#breaks.push({ text: "\n", marks: around.marks });
    this.#space = null;
    if (!around.isSoft) this.end();
  }

  /** The next line is this. */
  announce(block: Block): void {
    this.end();
    this.#next = block;
  }

  /** A line of its own. */
  push(line: Line): void {
    this.end();
    this.all.push(line);
  }

  /** The line ends. Its last break only kept it open. */
  end(): void {
    this.#open?.runs.push(...this.#breaks.slice(0, -1));
    this.#open = null;
    this.#space = null;
    this.#breaks = [];
  }

  /** Nothing follows: what was announced is an empty line. */
  close(): void {
    this.end();
    if (this.#next) this.all.push({ block: this.#next, runs: [] });
    this.#next = null;
  }

  #collapse(text: string, around: Around): void {
    for (const piece of text.split(/([ \t\n\r\f]+)/)) {
      if (/^[ \t\n\r\f]+$/.test(piece)) this.#keepSpace(around.marks);
      else if (piece !== "") this.#add(piece, around);
    }
  }

  #keepSpace(marks: readonly Mark[]): void {
    const last = this.#open?.runs.at(-1);
    if (last && this.#breaks.length === 0 && !/[ \t\n]$/.test(last.text)) this.#space ??= marks;
  }

  #add(text: string, around: Around): void {
    const { runs } = this.#open ?? this.#begin(around);
    if (this.#space) append(runs, { text: " ", marks: this.#space });
    for (const run of [...this.#breaks, { text, marks: around.marks }]) append(runs, run);
    this.#space = null;
    this.#breaks = [];
  }

  #begin({ block, item }: Around): Line {
    const before = item?.line;
    if (before && before === this.all.at(-1)) {
      this.#open = before;
      if (before.runs.length > 0) this.#breaks.push({ text: "\n", marks: [] });
      return before;
    }
    this.#open = { block: this.#next ?? block, runs: [] };
    this.#next = null;
    if (item) item.line = this.#open;
    this.all.push(this.#open);
    return this.#open;
  }
}

function append(runs: Run[], { text, marks }: Run): void {
  const last = runs.at(-1);
  if (last && Mark.sameSet(last.marks, marks)) last.text += text;
  else runs.push({ text, marks });
}

export function textOf({ runs }: Line): string {
  return runs.map(({ text }) => text).join("");
}

/** The line without what comes before a character and from another on. */
export function cutLine({ block, runs }: Line, from: number, to = Infinity): Line {
  let start = 0;
  const cut = runs.map(({ text, marks }) => {
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    return { text: kept, marks };
  });
  return { block, runs: cut.filter(({ text }) => text !== "") };
}

export function nodeOf({ block, runs }: Line): Node {
  const texts = runs.filter(({ text }) => text !== "");
  if (block.type === schema.nodes.table) return newTable(cellsIn(block));
  return block.type.create(block.attrs, Fragment.from(textsOf(texts)));
}

function cellsIn({ attrs }: Block): Node[][][] {
  return (attrs["rows"] as Run[][][]).map((cells) => cells.map(textsOf));
}

function textsOf(runs: readonly Run[]): Node[] {
  return runs.filter(({ text }) => text !== "").map(({ text, marks }) => schema.text(text, marks));
}
