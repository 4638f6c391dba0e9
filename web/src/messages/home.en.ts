// The sentences of the pages before a space is open, in English.
import type { homeFr } from "./home.fr";

export const homeEn: typeof homeFr = {
  title: "Welcome to the workshop",
  join: "Join a workshop",
  joinHint: "With the code shown in the room or the link you received.",
  code: "Workshop code",
  codeExample: "for instance balo-lumi-472",
  enter: "Go in",
  create: "Run a workshop",
  createHint: "Open a room in a minute; the others join you without an account.",
  workshopTitle: "Workshop title",
  titleExample: "for instance Digital practice, day 1",
  yourName: "Your first name",
  open: "Open the workshop",
  mine: "My spaces on this device",
  none: "No workshop, no organisation: you have not joined anything on this device yet.",
  forget: "Forget this device",
  forgetTitle: "Forget this device?",
  forgetText:
    "This device will no longer open these spaces without a link or a code, and what it kept for writing offline is erased. What is saved there stays there.",
  forgotten: "This device is forgotten.",
  offline: "Offline: this is what this device knows.",
  door: {
    welcome: (title) => `Welcome to “${title}”`,
    asReader: "This link lets you read.",
    asFacilitator: "This link lets you facilitate.",
    nameHint: "So that the others know who is writing.",
    enter: "Go in",
    wrong: "This link or code does not open any workshop",
    wrongHint: "Check it, or ask the facilitators for another.",
    otherCode: "Try another code",
  },
};
