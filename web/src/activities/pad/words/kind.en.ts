// What is said of a pad before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  add: {
    button: "New pad",
    title: "Pad title",
    example: "for instance Morning notes",
    create: "Create the pad",
  },
  templates: {},
  files: { md: "Markdown (.md)", txt: "Text (.txt)", html: "Web page (.html)" },
  untitled: "Pad",
  waiting: "Opening for writing…",
  readOnly: "You can read this pad. To write in it, ask the facilitators for a link.",
};
