// Every sentence people read, in English.
import type { Messages } from "./fr";
import { counting } from "./plural";

const count = counting("en");

export const en: Messages = {
  app: {
    name: "Atelier",
    skip: "Go to content",
    close: "Close",
    cancel: "Cancel",
    save: "Save",
    undo: "Undo",
    retry: "Try again",
    loading: "Opening…",
    copied: "Copied.",
    menu: "More actions",
    home: "Home",
    toHome: "Go to the start page",
    page: (title) => `Page opened: ${title}`,
  },
  join: {
    title: "Go into the workshop",
    name: "Your first name",
    structure: "Your organisation",
    optional: "optional",
  },
  roles: {
    facilitator: "Facilitates",
    participant: "Takes part",
    reader: "Reads",
    /** Who takes part in a structure. */
    member: "Member",
  },
  space: {
    documents: "Pads, votes and action plans",
    people: "People",
    invite: "Invite",
    create: "Create a document",
    rename: "Rename",
    renameTitle: "New title",
    lock: "Lock",
    unlock: "Unlock",
    locked: "locked",
    lockedNow: (title) => `“${title}” is locked: only the facilitators write in it.`,
    unlocked: (title) => `“${title}” is unlocked: everybody may write in it.`,
    delete: "Delete",
    renamed: "Renamed.",
    updated: (when) => `written ${when}`,
    here: (n) => (n === 0 ? "Nobody is here" : count(n, "person is here", "people are here")),
    away: "Have been here",
    you: "you",
    unnamed: "No name",
    editTitle: "Change the title",
    offline: "Offline: this is the latest version this device knows.",
  },
  document: {
    back: (title) => `Back to “${title}”`,
    export: "Download",
    besideText: { authors: "Say who wrote", comments: "With the comments" },
    print: "Print",
    printed: (date) => `Printed on ${date}`,
    offlineUnknown:
      "This document has not been opened on this device yet: a connection is needed to read it.",
    textOnly:
      "This is the text as it was when the page was opened. Without a connection it cannot be changed here.",
    missing: "This document does not exist, or is not open to this device",
    damaged:
      "This document is damaged on the server’s disk; what is left of it is kept. Tell the person who hosts Atelier.",
    locked: "This document is locked: only the facilitators write in it. You can read it.",
    lockedByYou: "This document is locked: only the facilitators write in it.",
    locks: "The facilitators have just locked this document. You can go on reading it.",
    unlocks: "This document is unlocked: you may write in it.",
    copyByHand: "This browser does not let us copy: select the text and copy it.",
    seePeople: "See the people",
  },
  saving: {
    loading: "opening…",
    sending: "sending…",
    saved: "saved",
    device: "only on this device",
    offline: "offline — everything is kept here",
    full: "server disk full",
    refused: "not accepted",
    "read-only": "reading",
    label: "Saving",
    full_text:
      "The server’s disk is full: what you write is kept on this device and will be sent as soon as there is room. Tell the person who hosts Atelier.",
  },
  errors: {
    notLoaded: "The page could not be loaded",
    network: "The server does not answer. Check the connection, then try again; nothing is lost.",
    unexpected: "Something did not work. Reload the page; what was saved stays saved.",
    missing: "This page does not exist",
    missingHint: "The address may be incomplete.",
    storageNone:
      "This browser keeps nothing (private browsing?): without a connection, what you write would be lost when the page closes.",
  },
};
