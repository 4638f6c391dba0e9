// The sentences of the pad, in English.
import { importingEn } from "./importing.en";
import type { padFr } from "./fr";

export const padEn: typeof padFr = {
  label: "Text of the pad",
  wrote: (first, second, others, title) => {
    const more = others > 1 ? `${String(others)} others` : second;
    const who = others > 0 ? `${first} and ${more} wrote` : `${first} wrote`;
    return title === "" ? `${who}.` : `${who} in “${title}”.`;
  },
  lost: "What was just written could not be kept and was removed. Please try again.",
  toolbar: "Formatting",
  keys: "Tab indents a list item. Escape leaves the text, F1 shows the keys.",
  empty: "Write here. Everybody sees what you write, and it is saved as you go.",
  emptyTask: "Task without text",
  strong: "Bold",
  em: "Italic",
  underline: "Underline",
  strike: "Strike through",
  heading: (level) => `Heading ${String(level)}`,
  bullet: "Bullet list",
  numbered: "Numbered list",
  check: "Check boxes",
  quote: "Quote",
  indent: "Indent",
  outdent: "Outdent",
  link: "Link",
  comment: "Comment",
  importFile: "Import a text",
  makeCards: "Make cards from these lines",
  left: (tools, keys) =>
    `Outside of the text. Enter returns to it, Tab goes on, ${tools} goes to the tools, ${keys} shows the keys.`,
  find: "Find",
  findAndReplace: "Find and replace",
  count: "Count words",
  fullScreen: "Full screen",
  hear: "Say aloud who writes",
  showKeys: "Keyboard shortcuts",
  insert: "Insert a block",
  insertKeys: "/ on an empty line",
  more: "Menu of the pad",
  history: "History",
  star: "Star this version",
  visit: "New since my last visit",
  lock: "Lock the pad",
  colours: "Colours of authors",
  pastOffline: "The history needs the network.",
  undo: "Undo my last action",
  redo: "Redo",
  address: "Address of the link",
  addressHint: "for instance framasoft.org",
  linkText: "Text of the link",
  wrongAddress: "This is not an address. Try for instance framasoft.org.",
  setLink: "Set the link",
  removeLink: "Remove the link",
  outline: "Outline",
  tooLong:
    "This is too long to be pasted at once: import it as a file, or paste it in several pieces. Nothing was added.",
  pasting: "Pasting…",
  pasted: "The text is pasted.",
  cancelPaste: "Cancel the paste",
  ...importingEn,
};
