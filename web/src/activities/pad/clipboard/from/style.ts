// What the style of a pasted element says. The policy of the page empties `element.style` of what is parsed, and
// complains: the attribute is renamed before, and read as text.
import type { Mark } from "prosemirror-model";
import { mayBeFollowed } from "../../page/link";
import { schema } from "../../page/schema";
import type { SimpleMark } from "../../writing/marks";
import type { White } from "./lines";

export type Style = ReadonlyMap<string, string>;

/** The HTML with its styles where they do nothing, and without comments, conditions and style sheets. */
export function withoutStyles(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<!\[[^>]*>|<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s|["'])style(?=\s*=)/gi, "$1data-css"));
}

export function styleOf(element: Element): Style {
  const rules = (element.getAttribute("data-css") ?? "").toLowerCase().split(";");
  return new Map(
    rules.map((rule) => {
      const colon = rule.indexOf(":");
      return [rule.slice(0, colon).trim(), rule.slice(colon + 1).trim()];
    }),
  );
}

export function isHidden(element: Element, style: Style): boolean {
  return (
    element.hasAttribute("hidden") ||
    style.get("display") === "none" ||
    style.get("mso-hide") === "all" ||
    style.get("mso-element")?.startsWith("comment") === true
  );
}

/** What becomes of white space in an element. */
export function whiteIn(style: Style, around: White): White {
  const said = style.get("white-space-collapse") ?? style.get("white-space") ?? "";
  if (/^(pre|pre-wrap|break-spaces|preserve)$/.test(said)) return "pre";
  if (/^(pre-line|preserve-breaks)$/.test(said)) return "pre-line";
  return /^(normal|nowrap|collapse)$/.test(said) ? "normal" : around;
}

/** The marks of the text in an element. */
export function marksIn(element: Element, style: Style, around: readonly Mark[]): readonly Mark[] {
  let marks = around;
  const href = element.tagName === "A" ? (element.getAttribute("href")?.trim() ?? "") : "";
  if (mayBeFollowed(href)) marks = schema.mark("link", { href }).addToSet(marks);
  for (const [name, wanted] of Object.entries(wantedBy(element, style))) {
    const mark = schema.mark(name);
    marks = wanted ? mark.addToSet(marks) : mark.removeFromSet(marks);
  }
  return marks;
}

const TAGS: Readonly<Record<string, SimpleMark>> = {
  B: "strong",
  STRONG: "strong",
  EM: "em",
  I: "em",
  U: "underline",
  INS: "underline",
  S: "strike",
  DEL: "strike",
  STRIKE: "strike",
};

/** The marks that an element puts on or takes off. */
function wantedBy(element: Element, style: Style): Record<string, boolean> {
  const tag = TAGS[element.tagName];
  const weight = style.get("font-weight") ?? "";
  const slant = style.get("font-style") ?? "";
  const line = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  const isUndone = /\bnone\b/.test(line);
  return {
    ...(tag && !(isUndone && /underline|strike/.test(tag)) ? { [tag]: true } : {}),
    ...(/^(bold|bolder|[6-9]00|1000)/.test(weight) ? { strong: true } : {}),
    ...(/^(normal|lighter|[1-5]00)/.test(weight) ? { strong: false } : {}),
    ...(/^(italic|oblique)/.test(slant) ? { em: true } : {}),
    ...(slant === "normal" ? { em: false } : {}),
    ...(/\bunderline\b/.test(line) ? { underline: true } : {}),
    ...(/\bline-through\b/.test(line) ? { strike: true } : {}),
  };
}
