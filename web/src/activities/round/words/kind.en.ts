// What is said of a round before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  add: {
    button: "New round",
    title: "Round title",
    example: "for instance Today’s weather",
    create: "Create the round",
  },
  templates: {
    weather: "A weather report, from sunny to storm",
    faces: "Faces, from very well to badly",
    roti: "Was it worth the time? From 1 to 5 (ROTI)",
    "own-words": "Your own words",
  },
  files: { csv: "Spreadsheet (.csv)", md: "Markdown (.md)", json: "Data (.json)" },
  untitled: "Round",
  waiting: "The round opens…",
  readOnly: "You can follow this round. To answer, ask the facilitators for a link.",
};
