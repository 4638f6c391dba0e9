// A translator in the browser takes the texts of a page out and puts elements with other words in their place, while the page
// goes on writing into the texts it made. Here each text goes back beside its translation, empty: when it is written in
// again, or leaves, its translation goes, and what is shown is true. An editor is never translated: see its `translate`.

/** What a translator puts in the place of a text. */
const TRANSLATION = "FONT";
const EDITOR = "[contenteditable]";

/** The texts that stand empty beside their translations, and what they said. */
const translated = new WeakMap<Text, { translation: Element; said: string }>();

/** Watches over the texts in an element. */
export function watchTranslations(root: Element): void {
  const watch = new MutationObserver((records) => {
    for (const record of records)
      if (record.type === "characterData") written(record.target);
      else for (const node of record.removedNodes) removed(node, record);
  });

  function removed(node: Node, record: MutationRecord): void {
    if (!(node instanceof Text)) return;
    if (translated.has(node)) part(node);
    else if (!node.isConnected) putBack(node, record);
  }

  function putBack(text: Text, record: MutationRecord): void {
    const translation = translationIn(record);
    if (!translation || translation.closest(EDITOR)) return;
    translated.set(text, { translation, said: text.data });
    text.data = "";
    translation.after(text);
    watch.observe(text, { characterData: true });
  }

  watch.observe(root, { childList: true, subtree: true });
}

/** It says something again: its translation says what was. */
function written(node: Node): void {
  if (node instanceof Text && node.data !== "") part(node);
}

function part(text: Text): void {
  const pair = translated.get(text);
  if (!pair) return;
  translated.delete(text);
  pair.translation.remove();
  if (text.data === "") text.data = pair.said;
}

/** What came in the place of what a record says was removed. */
function translationIn({ addedNodes, previousSibling, nextSibling }: MutationRecord) {
  return [...addedNodes, previousSibling, nextSibling].find(isTranslation);
}

function isTranslation(node: Node | null): node is Element {
  return node?.nodeName === TRANSLATION && node.isConnected;
}
