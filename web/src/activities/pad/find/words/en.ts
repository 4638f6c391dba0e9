// The sentences of finding and replacing, in English.
import type { findFr } from "./fr";

export const findEn: typeof findFr = {
  title: "Find in the pad",
  find: "Find",
  replace: "Replace with",
  previous: "Previous",
  next: "Next",
  options: "Options",
  whole: "Whole words only",
  case: "Match capitals",
  accents: "Find without accents too: é = e",
  showReplace: "Replace",
  one: "Replace",
  all: "Replace all",
  none: "No results",
  count: (number, all) => `${number.toLocaleString("en")} of ${all.toLocaleString("en")}`,
  replaced: (n, undo) =>
    n > 1
      ? `${n.toLocaleString("en")} replacements made. ${undo} in the text undoes them all.`
      : `1 replacement made. ${undo} in the text undoes it.`,
};
