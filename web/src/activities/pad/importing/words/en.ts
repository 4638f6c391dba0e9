// The sentences of texts that come from other tools, in English.
import { counting } from "../../../../messages/plural";
import type { importingFr } from "./fr";

const plural = counting("en");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

export const importingEn: typeof importingFr = {
  title: "Import a text",
  lead: "A document of LibreOffice, Word, Etherpad or HedgeDoc, a web page or plain text. You will see what is in it before anything is added.",
  file: "File (.odt, .docx, .etherpad, .md, .html or .txt)",
  look: "See what is in it",
  looking: "Looking into the file…",
  taking: "The text is coming…",
  tooLarge: "This file is larger than 20\u00a0MB.",
  nothingChanged: "Nothing was changed.",
  formats: {
    odt: "LibreOffice document",
    docx: "Word document",
    etherpad: "Pad of Etherpad",
    md: "Text of HedgeDoc",
    html: "Web page",
    txt: "Plain text",
  },
  holds: (words, images) =>
    `${[count(words, "word", "words"), ...(images > 0 ? [count(images, "image", "images")] : [])].join(", ")}. Nothing has been added yet.`,
  preview: "Preview of the text",
  padTitle: "Title of the pad",
  place: "Where to put it",
  here: "In this pad, where the caret is",
  newPad: "In a new pad",
  create: "Create the pad",
  add: "Add to this pad",
  other: "Choose another file",
  lostTitle: "What cannot come",
  lostNothing: "All of the text can come.",
  quoted: (name) => `‘${name}’`,
  such: (names) => `: ${names}`,
  lost: {
    chat: (n) => `${count(n, "chat message is", "chat messages are")} left behind`,
    comments: (n) => `${count(n, "comment is", "comments are")} left behind`,
    drawings: (n) => `${count(n, "drawing is", "drawings are")} left behind`,
    formulas: (n) => `${count(n, "formula is", "formulas are")} left behind`,
    images: (n) => `${count(n, "picture is", "pictures are")} left behind`,
    links: (n) =>
      count(
        n,
        "link leads nowhere here: its text comes alone",
        "links lead nowhere here: their text comes alone",
      ),
    notes: (n) => `${count(n, "footnote is", "footnotes are")} left behind`,
    removed: (n) =>
      `${count(n, "passage struck out as a tracked change is", "passages struck out as tracked changes are")} left behind`,
    scripts: (n) =>
      `${count(n, "element that moves or is filled in is", "elements that move or are filled in are")} left behind`,
    tables: (n) => `${count(n, "table comes", "tables come")} as lines of text`,
  },
  lostOther: (n) =>
    `${count(n, "element that does not exist here is", "elements that do not exist here are")} left behind`,
};
