// Blocks as a person would write them down, for tests: `- puce`, `[x] fait`, `## titre`, `**gras**`.
import type { Mark, Node } from "prosemirror-model";

const AROUND: Readonly<Record<string, string>> = {
  strong: "**",
  em: "*",
  underline: "__",
  strike: "~~",
};

export function said(blocks: readonly Node[]): string[] {
  return blocks.flatMap((block) =>
    block.isTextblock ? signOf(block) + block.children.map(wordsOf).join("") : rowsOf(block),
  );
}

function rowsOf(table: Node): string[] {
  const textOf = (cell: Node): string =>
    cell.children.map((line) => line.children.map(wordsOf).join("")).join("⏎");
  return table.children.slice(1).map((row) => `| ${row.children.map(textOf).join(" | ")} |`);
}

function signOf({ type, attrs }: Node): string {
  const margin = "  ".repeat(Number(attrs["indent"] ?? 0));
  switch (attrs["kind"] ?? type.name) {
    case "heading":
      return `${"#".repeat(Number(attrs["level"]))} `;
    case "bullet":
      return `${margin}- `;
    case "numbered":
      return `${margin}1. `;
    case "check":
      return `${margin}[${attrs["checked"] === true ? "x" : " "}] `;
    case "quote":
      return "> ";
    case "callout":
      return `[!${String(attrs["tone"])}] `;
    case "code":
      return "``` ";
    case "rule":
      return "---";
    default:
      return "";
  }
}

function wordsOf({ text = "", marks }: Node): string {
  return marks.reduceRight(marked, text.replaceAll("\n", "⏎"));
}

function marked(text: string, { type, attrs }: Mark): string {
  const sign = AROUND[type.name];
  return sign === undefined ? `[${text}](${String(attrs["href"])})` : sign + text + sign;
}
