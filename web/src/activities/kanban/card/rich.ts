// The little Markdown people write in descriptions and comments: paragraphs, lists, checked lines, bold, italic, addresses.
import { isFollowed } from "../../../document/fields";

/** A piece of a line. */
export type Piece =
  | { text: string; kind: "plain" | "bold" | "italic" | "code" }
  | { text: string; kind: "link"; url: string };
/** A line that is a paragraph, a heading, or an item of a list. */
export type Block = { kind: "text" | "heading" | "item"; pieces: Piece[]; checked?: boolean };

/** Reads text as its readers see it. What is no Markdown stays as it is written. */
export function richText(text: string): Block[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(block);
}

function block(line: string): Block {
  const checked = /^\s*[-*]\s+\[([ xX])\]\s+(.*)$/.exec(line);
  if (checked)
    return { kind: "item", pieces: pieces(checked[2] ?? ""), checked: checked[1] !== " " };
  const item = /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/.exec(line);
  if (item) return { kind: "item", pieces: pieces(item[1] ?? "") };
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  if (heading) return { kind: "heading", pieces: pieces(heading[1] ?? "") };
  return { kind: "text", pieces: pieces(line) };
}

const INLINE =
  /\[([^\]\n]{1,300})\]\(([^()\s]{1,2048})\)|(https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]])|\*\*([^*\n]+)\*\*|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<!\w)_([^_\n]+)_(?!\w)|`([^`\n]+)`/g;

function pieces(line: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) found.push({ kind: "plain", text: line.slice(end, match.index) });
    found.push(piece(match));
    end = match.index + match[0].length;
  }
  if (end < line.length) found.push({ kind: "plain", text: line.slice(end) });
  return found;
}

function piece([whole, name, target, url, bold, star, line, code]: RegExpMatchArray): Piece {
  if (name !== undefined && target !== undefined)
    return isFollowed(target)
      ? { kind: "link", text: name, url: target }
      : { kind: "plain", text: whole };
  if (url !== undefined) return { kind: "link", text: url, url };
  if (bold !== undefined) return { kind: "bold", text: bold };
  const italic = star ?? line;
  if (italic !== undefined) return { kind: "italic", text: italic };
  return { kind: "code", text: code ?? whole };
}
