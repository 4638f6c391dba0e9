// An agenda, as the list of kinds has it.
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import { sentences, spoken } from "../../messages/say.svelte";
import { inEnglish } from "../in-english";
import type { ActivityKind, KindWords } from "../kind";
import { kindFr } from "./words/kind.fr";

export const agenda: ActivityKind = {
  icon: CalendarClock,
  words: sentences<KindWords>(kindFr, () => inEnglish("agenda")),
  layout: "page",
  writer: "people",
  body: () => spoken(import("./Agenda.svelte")),
};
