// The sentences about structures, in English.
import { counting } from "./plural";
import type { structureFr } from "./structure.fr";

const count = counting("en");

export const structureEn: typeof structureFr = {
  kinds: { workshop: "Workshop", structure: "Organisation" },
  begin: {
    title: "Create an organisation’s action plan",
    hint: "Association, cooperative: a space of its own, kept after the workshop, without an account.",
    open: "Create an action plan",
    archive: "Open an archive",
    archiveName: (name) => `Archive: ${name}`,
    archiveHint: "It becomes a new organisation, with all its history.",
    openArchive: "Open the archive",
    opened: "The archive is open: everything is there.",
    tooLarge:
      "This file is too large: an archive is at most 64 MB. Check that it is the right one.",
  },
  create: {
    title: "Name of the organisation",
    example: "for instance The Shared Gardens",
    template: "Begin with",
    plan: "Three columns: to do, doing, done",
    event: "An example: organising an event",
    tools: "An example: changing a digital tool",
    create: "Create the action plan",
    made: "The action plan is made. The links to come back are on the organisation’s page.",
  },
  workshop: {
    title: "The organisations’ action plans",
    create: "Create my organisation’s action plan",
    lead: "Each organisation takes its action plan home: a space of its own, which stays after the workshop.",
    mine: "Your organisations",
    none: "No organisation shows its action plan yet. Each chooses to share it, in its settings: facilitators can then read it here, without changing anything.",
    refresh: "Refresh",
    done: (n) => count(n, "card done", "cards done"),
    open: (n) => `${String(n)} to do`,
    late: (n) => `${String(n)} of them late`,
    empty: "No card yet",
    updated: (when) => `written ${when}`,
    cards: (title) => `See the cards of “${title}”`,
    seeCards: "See the cards",
    noCard: "No card",
    isDone: "done",
    isLate: (day) => `late, due ${day}`,
    due: (day) => `due ${day}`,
  },
  links: {
    title: "Keep these links",
    lead: "Without an account, they are what opens the organisation. They are shown only here, on this device: copy or print them now.",
    participant: "Link for members",
    participantHint: "To read and write, invite and change the settings.",
    reader: "Link to read",
    readerHint: "To read only.",
    mine: "My link, for another device",
    mineHint: "It opens the organisation under your name. Keep it to yourself.",
    copy: "Copy",
    copyOf: (link) => `Copy: ${link}`,
    byHand: "The link is selected: copy it.",
    qr: (link) => `Square to photograph: ${link}`,
    print: "Print a sheet",
    kept: "Done, I have kept them",
  },
  invite: {
    title: "Invite into the organisation",
    lead: "Hand a link over or send it in a message; it opens the organisation without an account.",
    reader: "To invite, ask a member of the organisation for a link.",
    replaces: "A new link replaces the one before, which then opens nothing.",
    make: "Make a new link",
    makeOf: (link) => `Make a new link: ${link}`,
    code: "Go in with a code",
    codeHint: "For a meeting, a short code to say aloud opens the organisation too.",
    closed: "No code opens the organisation for now.",
    makeCode: "Open with a code",
    opened: "A code opens the organisation.",
    closedNow: "No code opens the organisation any more. Members stay.",
  },
  sheet: {
    title: "Sheet to print",
    print: "Print",
    what: "The organisation’s action plan: what there is to do, who takes care of it and by when.",
    how: "Photograph the square with a phone, or type the address in a browser, letter by letter and without spaces. There is no account and no password.",
    guard: "Whoever has this sheet can go in: keep it like a key.",
  },
  people: {
    expect: "Add somebody who has not come yet",
    expectHint: "Cards can be given to them; they come later, by a link in their name.",
    expectName: "Their first name",
    add: "Add",
    linkFor: (name) => `${name}’s link`,
    linkHint: (name) =>
      `Give this link to ${name}: it opens the organisation under that name. It replaces the one before.`,
  },
  settings: {
    open: "Settings",
    title: { workshop: "Settings of the workshop", structure: "Settings of the organisation" },
    share: "Sharing with the workshop",
    shareCheck: "Show our action plan to the facilitators of the workshop",
    shareHint:
      "Facilitators can then read it: titles of cards, dates and first names. They cannot change anything. You can stop at any time.",
    sharedNow: "The facilitators of the workshop see the action plan.",
    unsharedNow: "The facilitators of the workshop no longer see the action plan.",
    archive: "Archive",
    archiveHint:
      "Everything in one file, with its history and attachments, without links and ballots: to keep, or to open as an organisation in another Atelier.",
    download: "Download the archive",
  },
  reminders: {
    title: "Reminders by mail",
    hint: "Once a week, late cards and those of the next seven days, yours first. For you only.",
    email: "Your address",
    weekday: "Every",
    ask: "Get reminders",
    change: "Change",
    stop: "Stop getting them",
    waiting: (email) =>
      `A mail is on its way to ${email}: open it and confirm. Nothing else is sent before.`,
    confirmed: (weekday, email) => `Every ${weekday}, to ${email}.`,
    stopped: "You will get no more reminders; your address is erased.",
  },
  ending: {
    title: "Delete",
    hint: {
      workshop:
        "The workshop is erased after thirty days, with everything in it. Organisations that come from it stay. Until then everything works, and you can change your mind.",
      structure:
        "The organisation is erased after thirty days, with everything in it. Until then everything works, and you can change your mind.",
    },
    ask: { workshop: "Delete this workshop", structure: "Delete this organisation" },
    confirm: { workshop: "Delete this workshop?", structure: "Delete this organisation?" },
    retype: (title) => `To be sure, type its title: ${title}`,
    verb: "Delete in thirty days",
    planned: {
      workshop: (date) => `This workshop will be erased on ${date}.`,
      structure: (date) => `This organisation will be erased on ${date}.`,
    },
    unseen: (date) =>
      `As long as somebody comes, everything stays. Without a single visit, this organisation will be erased on ${date}.`,
    keep: "Keep",
    kept: { workshop: "The workshop is kept.", structure: "The organisation is kept." },
  },
};
