// An action plan, as the list of kinds has it.
import SquareKanban from "@lucide/svelte/icons/square-kanban";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const kanban: ActivityKind = {
  icon: SquareKanban,
  words: sentences<KindWords>(kindFr, () => inEnglish("kanban")),
  layout: "window",
  writer: "people",
  body: () => spoken(import("./Kanban.svelte")),
};
