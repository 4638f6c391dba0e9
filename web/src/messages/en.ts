// Every sentence people read, in English.
import type { Messages } from "./fr";
import { counting } from "./plural";

const count = counting("en");

export const en: Messages = {
  app: {
    name: "Atelier",
    about:
      "Write, choose and organise together, during the workshop and after. Free software, no account, no tracking: your data stays with whoever hosts you.",
    skip: "Go to content",
    language: "Language",
    theme: "Display",
    themeAuto: "Like the device",
    themeLight: "Light",
    themeDark: "Dark",
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
  creators: {
    code: "The host’s code",
    codeHint: "The person who hosts this server gives it to you.",
    nobody:
      "On this server, no workshops or organisations are made. To open one, ask the person who hosts it. What exists works as usual.",
  },
  join: {
    title: "Go into the workshop",
    welcome: (title) => `Welcome to “${title}”`,
    asReader: "This link lets you read.",
    asFacilitator: "This link lets you facilitate.",
    name: "Your first name",
    nameHint: "So that the others know who is writing.",
    structure: "Your organisation",
    optional: "optional",
    enter: "Go in",
    wrong: "This link or code does not open any workshop",
    wrongHint: "Check it, or ask the facilitators for another.",
    otherCode: "Try another code",
  },
  roles: {
    facilitator: "Facilitates",
    participant: "Takes part",
    reader: "Reads",
  },
  space: {
    documents: "Pads, votes and action plans",
    people: "People",
    invite: "Invite",
    create: "Create a document",
    noPads: "Nothing is written here yet. Create a first pad: everybody will write in it at once.",
    noPadsReader:
      "Nothing is written here yet. Pads, votes and plans will appear as soon as they are created.",
    template: "Begin with",
    rename: "Rename",
    renameTitle: "New title",
    archive: "Put away",
    archived: (title) => `“${title}” is put away.`,
    restore: "Take out again",
    delete: "Delete",
    restored: (title) => `“${title}” is out again.`,
    shelf: (n) => count(n, "document put away", "documents put away"),
    renamed: "Renamed.",
    updated: (when) => `written ${when}`,
    untouched: "not used yet",
    here: (n) => (n === 0 ? "Nobody is here" : count(n, "person is here", "people are here")),
    away: "Have been here",
    you: "you",
    unnamed: "No name",
    editTitle: "Change the title",
    gone: "This workshop is no longer open to this device",
    goneHint: "Ask the facilitators for a link or a code.",
    closed: "This space is closed",
    structureGone: "This organisation is no longer open to this device",
    structureGoneHint: "Ask one of its members for a link.",
    offline: "Offline: this is the latest version this device knows.",
  },
  person: {
    edit: "My name and organisation",
    actions: (name) => `Actions for ${name}`,
    makeFacilitator: "Make a facilitator",
    makeParticipant: "Let write",
    makeReader: "Let only read",
    remove: "Remove from the workshop",
    removeTitle: (name) => `Remove ${name}?`,
    removeText:
      "Their name is erased and their devices can no longer open the workshop. What they wrote stays.",
    removed: (name) => `${name} is no longer in the workshop.`,
    changed: "Changed.",
    lessTitle: (name) => `Give ${name} fewer rights?`,
    lessText: {
      participant: "They can write and vote, and no longer facilitate the workshop.",
      reader:
        "They can read, and no longer write. Their ballot is taken out of the votes that are open.",
    },
    newLinks: "Change the invitation links and the code as well",
    newLinksText:
      "Everybody who is in stays in. The links and the code given so far no longer open the workshop, nor do QR codes that are already printed. If you do not change them, this person can come back by one of them with another device.",
    linksChanged: "The links and the code have changed.",
    programs: "Access for programs",
  },
  member: {
    roles: { facilitator: "Facilitator", participant: "Member", reader: "Reader" },
    edit: "Change my first name",
    away: "Not here right now",
    makeParticipant: "Let write",
    makeReader: "Let read only",
    remove: "Remove from the organisation",
    removeText:
      "Their name is erased and their devices can no longer open the organisation. What they wrote stays.",
    removed: (name) => `${name} is no longer in the organisation.`,
    lessText: { participant: "They can write.", reader: "They can read, and no longer write." },
    newLinksText:
      "The members who are in stay in. The links and the code given so far no longer open the organisation, nor do QR codes that are already printed. If you do not change them, this person can come back by one of them with another device.",
    herLink: "Their link to come",
  },
  document: {
    back: (title) => `Back to “${title}”`,
    export: "Download",
    print: "Print",
    printed: (date) => `Printed on ${date}`,
    offlineUnknown:
      "This document has not been opened on this device yet: a connection is needed to read it.",
    textOnly:
      "This is the text as it was when the page was opened. Without a connection it cannot be changed here.",
    missing: "This document does not exist, or is not open to this device",
    damaged:
      "This document is damaged on the server’s disk; what is left of it is kept. Tell the person who hosts Atelier.",
    refusedTitle: "Some changes were not accepted",
    refusedText:
      "They show only on this device. Copy the text if you want to keep it, then take the text shared with the others.",
    copyText: "Copy the text",
    copyByHand: "This browser does not let us copy: select the text and copy it.",
    takeShared: "Take the shared text",
    seePeople: "See the people",
    unknownKind: "This page does not know this kind of document",
    unknownKindHint:
      "It is newer than the page open here. Reload the page to open it; nothing is lost.",
    reload: "Reload the page",
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
