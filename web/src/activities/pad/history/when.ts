// Moments of the past, as people say them.
import { language } from "../../../messages/say.svelte";
import { sayPast } from "./words/words";

/** 'lundi 30 novembre à 10:42'; null is a moment nobody knows. */
export function sayMoment(ms: number | null): string {
  if (ms === null) return sayPast().unknownTime;
  return new Intl.DateTimeFormat(language(), {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(ms);
}
