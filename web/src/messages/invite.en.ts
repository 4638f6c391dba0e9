// The sentences about letting others into a space, in English.
import type { inviteFr } from "./invite.fr";

export const inviteEn: typeof inviteFr = {
  title: "Invite to the workshop",
  lead: "Show this square or say the code: everybody comes in with a phone or a computer, without an account.",
  code: "Code",
  copy: "Copy the link",
  qr: "Square to photograph to come in",
  bigScreen: "On the big screen",
  address: (host) => `At ${host}`,
  closed: "The door is closed: no code opens the workshop.",
  endCode: "Close the door",
  makeCode: "Open the door",
  newCode: "Change the code",
  codeEnded: "The door is closed. Those who are in stay in.",
  codeMade: "A new code opens the workshop.",
  otherLinks: "Other links",
  participantLink: "Link to take part",
  facilitatorLink: "Link to facilitate",
  readerLink: "Link to read",
  returnLink: "My link, for another device",
  make: "Make a new link",
  returnHint:
    "This link opens the workshop for you, under your name, on another device. Keep it to yourself.",
  makeHint: "Each new link replaces the one before, which then opens nothing.",
  made: "This link is shown only once: copy it now.",
  reader: "To invite somebody, ask the facilitators for the code.",
};
