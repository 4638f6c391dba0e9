// What is printed, read back from the file that Chromium prints: the words of each page, in their order.
import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Prints as the browser does by itself, on A4. */
export async function printed(page: Page): Promise<string[]> {
  return pagesIn(await page.pdf({ format: "A4" }));
}

/** Letters and digits alone: where lines break and which signs stand before them is not what is asked. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\d]/gu, "");
}

type Objects = ReadonlyMap<string, string>;
/** The words that a number of a font stands for. */
type Font = { digits: number; words: ReadonlyMap<number, string> };

/** The words of each page of a file as Chromium writes it: each object in clear, its stream perhaps deflated. */
function pagesIn(file: Buffer): string[] {
  const objects: Objects = new Map(
    [...file.toString("latin1").matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(
      ([, number = "", body = ""]) => [number, body],
    ),
  );
  const root = [...objects.values()].find((body) => body.includes("/Type /Catalog"));
  return pagesBelow(objects, referred(root ?? "", "Pages")).map((page) => wordsOn(objects, page));
}

/** The pages in the order in which they are bound. */
function pagesBelow(objects: Objects, number: string): string[] {
  const body = objects.get(number) ?? "";
  const kids = /\/Kids \[([^\]]*)\]/.exec(body)?.[1];
  if (kids === undefined) return [body];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = ""]) => pagesBelow(objects, kid));
}

function referred(body: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? "";
}

function streamOf(objects: Objects, number: string): string {
  const body = objects.get(number) ?? "";
  const stream = /stream\n([^]*)\nendstream/.exec(body)?.[1] ?? "";
  if (!body.includes("/FlateDecode")) return stream;
  return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
}

function wordsOn(objects: Objects, page: string): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", number = ""]) => [
      name,
      fontOf(streamOf(objects, referred(objects.get(number) ?? "", "ToUnicode"))),
    ]),
  );
  let words = "";
  let font: Font | undefined;
  const drawn = streamOf(objects, referred(page, "Contents"));
  for (const [what, name, shown = ""] of drawn.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj|^ET$/gm,
  ))
    if (name !== undefined) font = fonts.get(name);
    else if (what === "ET") words += "\n";
    else if (font) words += spelled(shown, font);
  return words;
}

function spelled(shown: string, { digits, words }: Font): string {
  const numbers = shown.match(new RegExp(`.{${digits}}`, "g")) ?? [];
  return numbers.map((number) => words.get(parseInt(number, 16)) ?? "�").join("");
}

/** How a font says by itself what its numbers stand for. */
function fontOf(table: string): Font {
  const words = new Map<number, string>();
  const [space = "", rows = ""] = table.split("endcodespacerange");
  for (const [, from = "", to = from, word = ""] of rows.matchAll(ROW)) {
    const first = parseInt(from, 16);
    for (let at = first; at <= parseInt(to, 16); at += 1) words.set(at, later(word, at - first));
  }
  return { digits: /<(\w+)> <\w+>\s*$/.exec(space)?.[1]?.length ?? 2, words };
}

/** From a number, or from one to another: the word, in UTF-16. */
const ROW = /^<(\w+)> (?:<(\w+)> )?<(\w+)>$/gm;

/** The word that comes so many places after another. */
function later(word: string, places: number): string {
  const units = (word.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
  units.push((units.pop() ?? 0) + places);
  return String.fromCharCode(...units);
}
