// The lists of Word: paragraphs that only their style calls items, each with its sign and spaces as text.
import type { Block } from "../../page/block";
import { item } from "./items";
import { styleOf, type Style } from "./style";

/** The item that a paragraph of Word is, its sign taken out; null when it is none. */
export function wordItem(paragraph: Element, style: Style): Block | null {
  const list = style.get("mso-list") ?? "";
  const sign = signIn(paragraph);
  const isInList = paragraph.classList.value.includes("MsoListParagraph") && sign !== null;
  const level = /\blevel(\d+)/.exec(list)?.[1] ?? (isInList ? "1" : null);
  if (level === null) return null;
  const indent = Number(level) - 1;
  const text = sign?.textContent.trim() ?? "";
  const isWingdings = sign !== null && fontsAround(sign, paragraph).includes("wingdings");
  sign?.remove();
  if (isWingdings && /^[o¨qþýR]$/.test(text)) return item("check", indent, /[þýR]/.test(text));
  if (/[☐☑☒]/.test(text)) return item("check", indent, !text.includes("☐"));
  return item(/^\(?(\d|[a-z]{1,5}[.)])/i.test(text) ? "numbered" : "bullet", indent);
}

/** A numbered heading keeps its number, and one space after it. */
export function tidyNumber(heading: Element): void {
  const sign = signIn(heading);
  if (sign) sign.textContent = `${sign.textContent.trim()} `;
}

function signIn(paragraph: Element): Element | null {
  const spans = Array.from(paragraph.querySelectorAll("span"));
  return spans.find((span) => styleOf(span).get("mso-list") === "ignore") ?? null;
}

function fontsAround(sign: Element, paragraph: Element): string {
  let fonts = "";
  for (
    let around: Element | null = sign;
    around && around !== paragraph;
    around = around.parentElement
  )
    fonts += styleOf(around).get("font-family") ?? "";
  return fonts;
}
