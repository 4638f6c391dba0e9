import { expect, test } from "vitest";
import { decoded } from "./decode";

test("text is read, however it was written", () => {
  expect(decoded(new TextEncoder().encode("À faire"))).toBe("À faire");
  expect(decoded(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0x80]))).toBe("À");
  expect(decoded(new Uint8Array([0xff, 0xfe, 0xc0, 0x00]))).toBe("À");
  expect(decoded(new Uint8Array([0xfe, 0xff, 0x00, 0xc0]))).toBe("À");
  expect(decoded(new Uint8Array([0xc0, 0x20, 0x66]))).toBe("À f");
  expect(decoded(new Uint8Array())).toBe("");
});

test("accents apart from their letters are put on them", () => {
  expect(decoded(new TextEncoder().encode("E\u0301che\u0301ance"))).toBe("Échéance");
});

test("UTF-16 is known without its mark, and UTF-8 that was cut within a letter", () => {
  const table = "Tâche;Échéance\nUn devis;14 mars 2027\n";
  expect(decoded(wide(table))).toBe(table);
  expect(decoded(wide(table).map((_, at, all) => all[at ^ 1] ?? 0))).toBe(table);
  expect(decoded(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xc3]))).toBe("a\ufffd");
});

const FRENCH = [
  "Tâche;Échéance;Responsable\rPrévenir la mairie;05/06/2027;Zoé\r",
  "À faire;Où\nRéserver la salle;à l'hôtel, près du théâtre\n",
  "État;Étape\nTerminé;Événement\n",
  "Déjà prêt, où ça ? Là-bas, sûrement; maïs, Noël « ici »",
  "Größe;Fälligkeit\nTür öffnen;März\n",
  "à",
  "é",
];

test("what was written on a Mac or on Windows is known by its letters", () => {
  for (const text of FRENCH) {
    expect(decoded(written(text, "macintosh"))).toBe(text);
    expect(decoded(written(text, "windows-1252"))).toBe(text);
  }
  const signs = "Le cœur d’un été : « ça va » – 12 €…";
  expect(decoded(written(signs, "macintosh"))).toBe(signs);
});

/** The text in UTF-16, the smaller byte of each letter first. */
function wide(text: string): Uint8Array {
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) => [
    code & 0xff,
    code >> 8,
  ]);
  return Uint8Array.from(bytes);
}

/** The text in an encoding of one byte a letter. */
function written(text: string, encoding: string): Uint8Array {
  const letters = new TextDecoder(encoding).decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Uint8Array.from(Array.from(text), (letter) => letters.indexOf(letter));
}
