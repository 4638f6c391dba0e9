// The sentences about who wrote what, in English.
import type { authorsFr } from "./fr";

export const authorsEn: typeof authorsFr = {
  title: "Who wrote",
  somebody: "Somebody unknown",
  atelier: "Text to begin with",
  share: (name, letters, percent) =>
    `${name}: ${letters.toLocaleString("en")} character${letters === 1 ? "" : "s"} (${String(percent)}%)`,
  waiting: "Looking for who wrote what…",
  nobody: "Nobody has written here yet.",
  hue: (name) => `Colour of ${name}`,
  ownColour: "Colours you change are changed for you alone, on this device.",
  usual: (name) => `Usual colour of ${name}`,
  usualShort: "Usual",
  here: (names) => `On this line: ${names}.`,
  hereNobody: "On this line: nobody.",
  keys: "Ctrl+Shift+2 says who wrote the line.",
};
