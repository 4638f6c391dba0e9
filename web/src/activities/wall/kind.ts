// A wall, as the list of kinds has it.
import StickyNote from "@lucide/svelte/icons/sticky-note";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const wall: ActivityKind = {
  icon: StickyNote,
  words: sentences<KindWords>(kindFr, () => inEnglish("wall")),
  layout: "page",
  writer: "people",
  body: () => spoken(import("./Wall.svelte")),
};
