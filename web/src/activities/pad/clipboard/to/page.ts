// What is copied, as a page other programs understand: real lists, boxes as signs, headings, line breaks.
import { DOMSerializer, type Fragment, type Node } from "prosemirror-model";
import { imageAt } from "../../page/image";
import { schema } from "../../page/schema";
import { indentOf, isItem } from "../../writing/blocks";

/** Says that a page was written here: it is read to the letter. */
const OWN = "data-pad";

/** Whether a page was written here. */
export function isOwn(page: globalThis.Node): boolean {
  return (page as ParentNode).querySelector(`[${OWN}]`) !== null;
}

/** Writes the page of what is copied. */
class PageWriter extends DOMSerializer {
  override serializeFragment(
    content: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const pen = new Pen(options.document ?? document);
    const page = target ?? pen.document.createDocumentFragment();
    if (content.firstChild?.isBlock === true) content.forEach((block) => pen.write(page, block));
    else page.append(pen.filled("span", content));
    page.firstElementChild?.setAttribute(OWN, "");
    return page;
  }
}

export const pageWriter: DOMSerializer = new PageWriter(
  DOMSerializer.nodesFromSchema(schema),
  DOMSerializer.marksFromSchema(schema),
);

/** A list that may go on, its last entry, and how far its items are moved in. */
type OpenList = { list: Element; kind: string; entry: Element; indent: number };

class Pen {
  #lists: OpenList[] = [];

  constructor(readonly document: Document) {}

  write(page: globalThis.Node, block: Node): void {
    if (isItem(block)) this.#writeItem(page, block);
    else {
      this.#lists = [];
      page.appendChild(this.#plain(block));
    }
  }

  /** An element with text in it. A break keeps open what ends with an empty line. */
  filled(tag: string, content: Fragment, before = ""): HTMLElement {
    const element = this.document.createElement(tag);
    element.append(before);
    inline.serializeFragment(content, { document: this.document }, element);
    breakLines(element);
    if (/^$|\n$/.test(before + content.textBetween(0, content.size)))
      element.append(this.document.createElement("br"));
    if (/^[ \t]|[ \t]$|[ \t]{2}|\t/.test(element.textContent))
      element.style.whiteSpace = "pre-wrap";
    return element;
  }

  #plain(block: Node): Element {
    if (block.type === schema.nodes.heading)
      return this.filled(`h${String(block.attrs["level"])}`, block.content);
    if (!block.isTextblock) return this.#table(block);
    if (block.type === schema.nodes.code) return this.#code(block);
    if (block.type === schema.nodes.rule && block.content.size === 0)
      return this.document.createElement("hr");
    const line = this.filled("p", block.content);
    if (block.type === schema.nodes.image) return this.#image(block, line);
    if (block.type === schema.nodes.quote) return this.#around("blockquote", line);
    if (block.type !== schema.nodes.callout) return line;
    const box = this.#around("div", line);
    box.className = "callout";
    box.dataset["tone"] = String(block.attrs["tone"]);
    return box;
  }

  /** With its whole address, for other programs. */
  #image(block: Node, caption: HTMLElement): HTMLElement {
    const { url, alt, width, height, size } = imageAt(block);
    const figure = this.document.createElement("figure");
    const image = this.document.createElement("img");
    image.setAttribute("src", url === "" ? "" : new URL(url, location.href).href);
    image.alt = alt;
    if (width > 0 && height > 0) [image.width, image.height] = [width, height];
    figure.className = "image";
    figure.dataset["size"] = size;
    // Pasted into the same pad it is the same picture.
    figure.dataset["document"] = location.pathname.split("/").at(-1);
    figure.append(image);
    if (block.content.size > 0) {
      const words = this.document.createElement("figcaption");
      words.append(...caption.childNodes);
      figure.append(words);
    }
    return figure;
  }

  #around(tag: string, line: HTMLElement): HTMLElement {
    const element = this.document.createElement(tag);
    element.append(line);
    return element;
  }

  #table(block: Node): HTMLElement {
    const table = this.document.createElement("table");
    block.forEach((part) => {
      if (part.type === schema.nodes.row) table.append(this.#row(part));
      else if (part.content.size > 0) table.append(this.filled("caption", part.content));
    });
    return table;
  }

  #row(row: Node): HTMLElement {
    const element = this.document.createElement("tr");
    row.forEach((cell) => {
      const place = this.document.createElement(cell.attrs["heads"] === true ? "th" : "td");
      cell.forEach((line) => place.append(this.filled("p", line.content)));
      element.append(place);
    });
    return element;
  }

  #code(block: Node): HTMLElement {
    const code = this.document.createElement("code");
    inline.serializeFragment(block.content, { document: this.document }, code);
    if (/^$|\n$/.test(block.textContent)) code.append(this.document.createElement("br"));
    return this.#around("pre", code);
  }

  #writeItem(page: globalThis.Node, block: Node): void {
    const [kind, indent] = [String(block.attrs["kind"]), indentOf(block)];
    const outer = this.#lists.filter((open) => open.indent < indent);
    const beside = this.#lists[outer.length];
    const list =
      beside?.kind === kind ? beside.list : this.#list(kind, outer.at(-1)?.entry ?? page);
    const entry = this.#entry(block);
    if (indent !== outer.length) entry.dataset["indent"] = String(indent);
    list.append(entry);
    this.#lists = [...outer, { list, kind, entry, indent }];
  }

  #list(kind: string, place: globalThis.Node): Element {
    const list = this.document.createElement(kind === "numbered" ? "ol" : "ul");
    if (kind === "check") list.style.listStyleType = "none";
    place.appendChild(list);
    return list;
  }

  #entry(block: Node): HTMLElement {
    if (block.attrs["kind"] !== "check") return this.filled("li", block.content);
    const checked = block.attrs["checked"] === true;
    const entry = this.filled("li", block.content, checked ? "☑ " : "☐ ");
    entry.setAttribute("role", "checkbox");
    entry.setAttribute("aria-checked", String(checked));
    return entry;
  }
}

const inline = DOMSerializer.fromSchema(schema);

/** Line feeds become breaks. */
function breakLines(element: Element): void {
  const { ownerDocument } = element;
  const texts = ownerDocument.createTreeWalker(element, 4);
  const broken: Text[] = [];
  while (texts.nextNode()) {
    if (texts.currentNode.nodeValue?.includes("\n") === true)
      broken.push(texts.currentNode as Text);
  }
  for (const text of broken) {
    const lines = text.data
      .split("\n")
      .flatMap((line) => [ownerDocument.createElement("br"), line]);
    text.replaceWith(...lines.slice(1));
  }
}
