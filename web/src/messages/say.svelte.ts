// The language people read: detected, switchable, remembered.
import { fr, type Messages } from "./fr";

export type Language = "fr" | "en";

const COOKIE = "atelier-language";
/** English comes when it is asked for: a first visit in French has no use for it. */
const fetched: Record<Language, () => Promise<Messages>> = {
  fr: () => Promise.resolve(fr),
  en: async () => (await import("./en")).en,
};
/** The languages that are here; French always is. */
const languages: Partial<Record<Language, Messages>> = { fr };

let current = $state<Language>(initial());

/** The sentences of the current language; reactive where it is read. */
export function say(): Messages {
  return languages[current] ?? fr;
}

/** What is there once per language, in the current one; reactive where it is read. */
export function inLanguage<T>(each: Record<Language, T>): T {
  return each[current];
}

export function language(): Language {
  return current;
}

/** Fetches the sentences that the page begins with. Without a network that is French. */
export async function learn(): Promise<void> {
  try {
    languages[current] ??= await fetched[current]();
  } catch {
    current = "fr";
    document.documentElement.lang = current;
  }
}

/** Switches, and tells the server by a cookie so that its sentences follow. Rejects when they cannot be fetched. */
export async function speak(chosen: Language): Promise<void> {
  languages[chosen] ??= await fetched[chosen]();
  current = chosen;
  document.documentElement.lang = chosen;
  document.cookie = `${COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function initial(): Language {
  const remembered = /(?:^|; )atelier-language=(fr|en)/.exec(document.cookie)?.[1];
  const chosen = remembered ?? preferred();
  document.documentElement.lang = chosen;
  return chosen === "en" ? "en" : "fr";
}

function preferred(): Language {
  const known = navigator.languages
    .map((tag) => tag.slice(0, 2))
    .find((tag) => tag === "fr" || tag === "en");
  return known === "en" ? "en" : "fr";
}

/** 'il y a 3 minutes'. */
export function ago(ms: number, now: number): string {
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ];
  const format = new Intl.RelativeTimeFormat(current, { numeric: "auto" });
  const step = steps.find(([, length]) => now - ms >= length);
  return step
    ? format.format(-Math.floor((now - ms) / step[1]), step[0])
    : format.format(0, "minute");
}
