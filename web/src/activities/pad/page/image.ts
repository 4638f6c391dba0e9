// What a block says of the picture it shows, and how it stands on the page.
import type { DOMOutputSpec, Node } from "prosemirror-model";

/** How much of the width of the sheet a picture takes: a third, two thirds, all of it. */
export const SIZES = ["small", "medium", "full"] as const;
export type Size = (typeof SIZES)[number];

/** `alt` says what it shows, and is empty when it only decorates; 0 pixels when nobody knows. */
export type ImageAttributes = {
  url: string;
  alt: string;
  width: number;
  height: number;
  size: Size;
};

/** The longest description that is read, in characters. */
export const ALT_CHARS_MAX = 1000;
const SIDE_PIXELS_MAX = 20_000;
const ADDRESS = /^\/api\/attachments\/[0-9a-z]{1,64}$/i;

/** What is said under these keys, whatever anybody wrote there. The server reads alike. */
export function imageOf(said: (key: string) => unknown): ImageAttributes {
  const [url, alt] = [said("url"), said("alt")];
  return {
    url: typeof url === "string" && ADDRESS.test(url) ? url : "",
    alt: typeof alt === "string" ? oneLine(alt) : "",
    width: pixels(said("width")),
    height: pixels(said("height")),
    size: SIZES.find((size) => size === said("size")) ?? "full",
  };
}

/** Without line feeds and other control characters, and no longer than is read. */
export function oneLine(text: string): string {
  return Array.from(text)
    .slice(0, ALT_CHARS_MAX)
    .join("")
    .replace(/\p{Cc}/gu, " ");
}

function pixels(value: unknown): number {
  const number = typeof value === "number" && !Number.isNaN(value) ? Math.trunc(value) : 0;
  return Math.min(SIDE_PIXELS_MAX, Math.max(0, number));
}

/** The attributes of a block that is an image. */
export function imageAt(block: Node): ImageAttributes {
  return imageOf((key) => block.attrs[key]);
}

/** What the element of an image says. */
export function imageSaid(figure: HTMLElement): ImageAttributes {
  const image = figure.querySelector("img");
  return imageOf(
    (key) =>
      ({
        url: image?.getAttribute("src"),
        alt: image?.getAttribute("alt"),
        width: Number(image?.getAttribute("width")),
        height: Number(image?.getAttribute("height")),
        size: figure.dataset["size"],
      })[key],
  );
}

/** As the server's view of a pad has it. */
export function imageElement(block: Node): DOMOutputSpec {
  const { url, alt, width, height, size } = imageAt(block);
  const measures = width > 0 && height > 0 ? { width, height } : {};
  const picture: DOMOutputSpec =
    url === ""
      ? ["span", { class: "missing" }, alt]
      : ["img", { src: url, alt, ...measures, loading: "lazy", decoding: "async" }];
  return [
    "figure",
    { class: "image", "data-size": size },
    ["div", { class: "picture", contenteditable: "false" }, picture],
    ["figcaption", { dir: "auto" }, 0],
  ];
}
