// The keys of a pad: what is bound, what people are shown, and what the tests press.
//
// Written as ProseMirror's keymaps write keys: `Mod` is Ctrl, and on a Mac the command key.

/** Who has a key, and where. */
type Row = {
  keys: readonly string[];
  group: "writing" | "marks" | "lines" | "tables" | "finding" | "pad" | "moving";
  /** Instead of `keys` on a Mac, where some mean something else. */
  onMac?: readonly string[];
  /** What has to be so for the key to do something. */
  needs?: "writing" | "colours";
};

/** In the text: a command of the editor. */
const TEXT_KEYS = {
  undo: { group: "writing", keys: ["Mod-z"] },
  redo: { group: "writing", keys: ["Mod-y", "Mod-Shift-z"], onMac: ["Mod-Shift-z", "Mod-y"] },
  strong: { group: "marks", keys: ["Mod-b"] },
  em: { group: "marks", keys: ["Mod-i"] },
  underline: { group: "marks", keys: ["Mod-u"] },
  strike: { group: "marks", keys: ["Mod-Shift-x", "Mod-5"] },
  link: { group: "marks", keys: ["Mod-k"] },
  comment: { group: "pad", keys: ["Mod-Alt-m"], needs: "writing" },
  paragraph: { group: "lines", keys: ["Mod-Alt-0"] },
  heading1: { group: "lines", keys: ["Mod-Alt-1"] },
  heading2: { group: "lines", keys: ["Mod-Alt-2"] },
  heading3: { group: "lines", keys: ["Mod-Alt-3"] },
  bullet: { group: "lines", keys: ["Mod-Shift-8", "Mod-Shift-l"] },
  numbered: { group: "lines", keys: ["Mod-Shift-7", "Mod-Shift-1"] },
  check: { group: "lines", keys: ["Mod-Shift-9"] },
  quote: { group: "lines", keys: ["Mod-Shift-."] },
  tick: { group: "lines", keys: ["Mod-Enter"] },
  indent: { group: "lines", keys: ["Tab"] },
  outdent: { group: "lines", keys: ["Shift-Tab"] },
  lineBreak: { group: "lines", keys: ["Shift-Enter"] },
  insert: { group: "lines", keys: ["/"] },
  duplicateLine: { group: "lines", keys: ["Mod-Shift-d"] },
  deleteLine: { group: "lines", keys: ["Mod-Shift-k"] },
  nextCell: { group: "tables", keys: ["Tab"] },
  previousCell: { group: "tables", keys: ["Shift-Tab"] },
  leave: { group: "moving", keys: ["Escape"] },
} as const satisfies Record<string, Row>;

/** Anywhere on the page of a pad. */
export const PAGE_KEYS = {
  find: { group: "finding", keys: ["Mod-f"] },
  replace: { group: "finding", keys: ["Mod-h"], onMac: ["Mod-Alt-f"], needs: "writing" },
  findNext: { group: "finding", keys: ["F3", "Mod-g"], onMac: ["Mod-g", "F3"] },
  findPrevious: {
    group: "finding",
    keys: ["Shift-F3", "Mod-Shift-g"],
    onMac: ["Mod-Shift-g", "Shift-F3"],
  },
  star: { group: "pad", keys: ["Mod-s"], needs: "writing" },
  toolbar: { group: "moving", keys: ["Alt-F9", "Alt-F10"] },
  keys: { group: "pad", keys: ["F1", "Mod-/", "?"] },
} as const satisfies Record<string, Row>;

/** Bound elsewhere: on every page, or while what they are about is shown. */
const OTHER_KEYS = {
  whoWrote: { group: "pad", keys: ["Mod-Shift-2"], needs: "colours" },
  nextRegion: { group: "moving", keys: ["F6"] },
  previousRegion: { group: "moving", keys: ["Shift-F6"] },
} as const satisfies Record<string, Row>;

export type TextDeed = keyof typeof TEXT_KEYS;
export type PageDeed = keyof typeof PAGE_KEYS;
export type Deed = TextDeed | PageDeed | keyof typeof OTHER_KEYS;

/** All of them, in the order in which they are shown. */
export const ALL_KEYS: Readonly<Record<Deed, Row>> = { ...TEXT_KEYS, ...PAGE_KEYS, ...OTHER_KEYS };

/** The keys of something that is done, the first the one to be told of. */
export function keysOf(deed: Deed, isMac: boolean): readonly string[] {
  const row = ALL_KEYS[deed];
  return (isMac ? row.onMac : undefined) ?? row.keys;
}
