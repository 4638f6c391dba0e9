// The lines of a pad, each as its kind and its text, such as `bullet-item: pain`. Those of a table follow it: `row: Qui | Quoi`.
type Runs = { runs: { text: string }[] };
type Block = Runs & { kind: string; rows?: Runs[][] };

/** The lines of a document, from the JSON the server exports. */
export function linesIn(json: string): string[] {
  const { blocks } = JSON.parse(json) as { blocks: Block[] };
  return blocks.flatMap((block) => [
    `${block.kind}: ${wordsOf(block)}`,
    ...(block.rows ?? []).map((cells) => `row: ${cells.map(wordsOf).join(" | ")}`),
  ]);
}

function wordsOf({ runs }: Runs): string {
  return runs.map(({ text }) => text).join("");
}

/** The lines an editor shows. It is run in the browser: it needs nothing from here. */
export function linesShown(editor: Element): string[] {
  const kinds = new Map([
    ["P", "paragraph"],
    ["BLOCKQUOTE", "quote"],
    ["PRE", "code"],
  ]);
  return Array.from(editor.childNodes).flatMap((node) => {
    if (!(node instanceof HTMLElement)) return [`stray text: ${node.textContent ?? ""}`];
    if (node.className === "table")
      return [
        `table: ${node.querySelector("caption")?.textContent ?? ""}`,
        ...Array.from(
          node.querySelectorAll("tr"),
          (row) => `row: ${Array.from(row.children, (cell) => cell.textContent).join(" | ")}`,
        ),
      ];
    const [, item] = /^item (\w+)/.exec(node.className) ?? [];
    const box = /^(callout|rule)$/.exec(node.className)?.[0];
    const kind =
      item === undefined ? (box ?? kinds.get(node.tagName) ?? "heading") : `${item}-item`;
    return [`${kind}: ${node.textContent}`];
  });
}
