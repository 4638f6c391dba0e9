// What is said where a space or a document cannot be shown here, in English.

export const missingEn = {
  gone: "This workshop is no longer open to this device",
  goneHint: "Ask the facilitators for a link or a code.",
  closed: "This space is closed",
  structureGone: "This organisation is no longer open to this device",
  structureGoneHint: "Ask one of its members for a link.",
  unknownKind: "This page does not know this kind of document",
  unknownKindHint:
    "It is newer than the page open here. Reload the page to open it; nothing is lost.",
  reload: "Reload the page",
};
