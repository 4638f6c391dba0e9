// A pad, as the list of kinds has it.
import FileText from "@lucide/svelte/icons/file-text";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const pad: ActivityKind = {
  icon: FileText,
  words: sentences<KindWords>(kindFr, () => inEnglish("pad")),
  layout: "column",
  writer: "people",
  annotated: true,
  body: () => spoken(import("./Pad.svelte")),
};
