// How a card, or a line of its check-list, stands towards its day.
import type { Card } from "../contract";
import { sayKanban } from "../words/words";
import { addDays, daysBetween, isDay, type Day } from "../../../day/day";
import { sayDay } from "../../../day/say-day";

export type DueState = "none" | "done" | "late" | "today" | "soon" | "later";
export type Dated = Pick<Card, "due" | "done">;

/** How far ahead a day is soon. */
const SOON_DAYS = 7;

/** Where it stands. What is done is never late; without a day there is nothing to say. */
export function dueState({ due, done }: Dated, today: Day): DueState {
  if (!isDay(due)) return "none";
  if (done) return "done";
  const ahead = daysBetween(today, due);
  if (ahead < 0) return "late";
  if (ahead === 0) return "today";
  return ahead <= SOON_DAYS ? "soon" : "later";
}

/** 'demain', 'en retard de 3 jours', 'lundi 30 novembre'; empty without a day. */
export function dueWords(dated: Dated, today: Day): string {
  const words = sayKanban().due;
  switch (dueState(dated, today)) {
    case "none":
      return "";
    case "done":
      return words.done;
    case "late":
      return words.late(daysBetween(dated.due, today));
    case "today":
      return words.today;
    case "soon":
    case "later":
      return dated.due === addDays(today, 1) ? words.tomorrow : sayDay(dated.due, today);
  }
}
