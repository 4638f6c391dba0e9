// A round, as the list of kinds has it.
import MessageCircleHeart from "@lucide/svelte/icons/message-circle-heart";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const round: ActivityKind = {
  icon: MessageCircleHeart,
  words: sentences<KindWords>(kindFr, () => inEnglish("round")),
  layout: "page",
  writer: "server",
  body: () => spoken(import("./Round.svelte")),
};
