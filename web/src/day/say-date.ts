// The day of a moment as people say it: all that the page of a document needs of days.
import { language, type Language } from "../messages/say.svelte";

/** '30 novembre 2026': the day it is here at a moment in milliseconds since 1970. */
export function sayDate(ms: number): string {
  const spoken = language();
  const format = new Intl.DateTimeFormat(localeOf(spoken), { dateStyle: "long" });
  return withOrdinal(format.format(ms), spoken);
}

export function localeOf(spoken: Language): string {
  return spoken === "en" ? "en-GB" : "fr";
}

/** In French, only the first of a month is an ordinal. */
export function withOrdinal(said: string, spoken: Language): string {
  return spoken === "fr" ? said.replace(/(^|\s)1(?=\s\p{L})/u, "$11er") : said;
}
