// The sentences of the menu of blocks, in English.
import type { insertingFr } from "./inserting.fr";

export const insertingEn: typeof insertingFr = {
  filter: "Search for a block",
  nothing: "No block of that name",
  paragraph: "Text",
  heading: (level) => `Heading ${String(level)}`,
  bullet: "Bullet list",
  numbered: "Numbered list",
  check: "Check boxes",
  quote: "Quote",
  note: "Callout: good to know",
  tip: "Callout: tip",
  warning: "Callout: warning",
  code: "Code",
  rule: "Horizontal rule",
  also: {
    paragraph: "paragraph plain normal",
    heading: "title section",
    bullet: "points unordered",
    numbered: "ordered numbers 1 2 3",
    check: "tasks todo",
    quote: "citation blockquote",
    note: "info note box",
    tip: "hint idea box",
    warning: "important caution danger box",
    code: "program monospace",
    rule: "line divider separator",
  },
};
