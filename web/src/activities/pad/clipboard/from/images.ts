// Pictures in a pasted page: those of a pad come as they are, of others their words come, and where they are. No other server is
// asked for anything.
import type { Block } from "../../page/block";
import { imageOf } from "../../page/image";
import { mayBeFollowed } from "../../page/link";
import { schema } from "../../page/schema";
import type { Around, Line, Lines } from "./lines";

/** Smaller ones are signs of a page, in pixels. */
const SIGN_PIXELS_MAX = 32;
const SIGNS = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d]*$/u;

/** Reads an image. */
export function readImage(image: Element, lines: Lines, around: Around): void {
  const words = (image.getAttribute("alt") ?? "").trim();
  const own = imageBlock(image);
  if (own && !around.item) lines.push({ block: own, runs: [] });
  else if (SIGNS.test(words)) lines.write(words, around);
  else if (!isSmall(image)) writeWords(image, words, lines, around);
}

/** Reads a picture of a pad with its caption; false when it is none. */
export function readFigure(
  figure: Element,
  lines: Lines,
  linesIn: (caption: Element) => Line[],
): boolean {
  const image = figure.tagName === "FIGURE" ? figure.querySelector("img") : null;
  const block = image && imageBlock(image);
  if (!block) return false;
  const caption = figure.querySelector("figcaption");
  const runs = caption ? linesIn(caption).flatMap((line) => line.runs) : [];
  lines.push({ block, runs });
  return true;
}

/** The block of a picture that this server has; null for any other. */
function imageBlock(image: Element): Block | null {
  const source = image.getAttribute("src") ?? "";
  if (!URL.canParse(source)) return null;
  const { origin, pathname } = new URL(source);
  const attrs = imageOf(
    (key) =>
      ({
        url: pathname,
        alt: image.getAttribute("alt"),
        width: Number(image.getAttribute("width")),
        height: Number(image.getAttribute("height")),
        size: image.closest<HTMLElement>("figure")?.dataset["size"],
      })[key],
  );
  return origin === location.origin && attrs.url !== ""
    ? { type: schema.nodes.image, attrs }
    : null;
}

/** Whether a page says that an image is a sign of it. */
export function isSmall(image: Element): boolean {
  const sides = ["width", "height"].map((side) => parseFloat(image.getAttribute(side) ?? ""));
  return sides.some((side) => side <= SIGN_PIXELS_MAX);
}

/** Only what is on the web is worth a word: all else was of the page. */
function writeWords(image: Element, words: string, lines: Lines, around: Around): void {
  const href = image.getAttribute("src") ?? "";
  if (!/^https?:/i.test(href) || !mayBeFollowed(href)) return;
  const isLinked = around.marks.some(({ type }) => type === schema.marks.link);
  const link = schema.mark("link", { href });
  const marks = isLinked ? around.marks : link.addToSet(around.marks);
  // The same word in both languages.
  lines.write(words || "Image", { ...around, marks });
}
