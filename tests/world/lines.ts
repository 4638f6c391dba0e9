// The lines of a pad, each as its kind and its text, such as `bullet-item: pain`.
type Block = { kind: string; runs: { text: string }[] };

/** The lines of a document, from the JSON the server exports. */
export function linesIn(json: string): string[] {
  const { blocks } = JSON.parse(json) as { blocks: Block[] };
  return blocks.map(({ kind, runs }) => `${kind}: ${runs.map(({ text }) => text).join("")}`);
}

/** The lines an editor shows. It is run in the browser: it needs nothing from here. */
export function linesShown(editor: Element): string[] {
  const kinds = new Map([
    ["P", "paragraph"],
    ["BLOCKQUOTE", "quote"],
    ["PRE", "code"],
  ]);
  return Array.from(editor.childNodes, (node) => {
    if (!(node instanceof HTMLElement)) return `stray text: ${node.textContent ?? ""}`;
    const [, item] = /^item (\w+)/.exec(node.className) ?? [];
    const box = /^(callout|rule)$/.exec(node.className)?.[0];
    const kind =
      item === undefined ? (box ?? kinds.get(node.tagName) ?? "heading") : `${item}-item`;
    return `${kind}: ${node.textContent}`;
  });
}
