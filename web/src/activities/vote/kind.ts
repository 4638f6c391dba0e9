// A vote, as the list of kinds has it.
import Vote from "@lucide/svelte/icons/vote";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const vote: ActivityKind = {
  icon: Vote,
  words: sentences<KindWords>(kindFr, () => inEnglish("vote")),
  layout: "page",
  writer: "server",
  body: () => spoken(import("./Vote.svelte")),
};
