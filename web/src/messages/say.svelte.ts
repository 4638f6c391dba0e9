// The language people read: detected, switchable, remembered.
import { fr, type Messages } from "./fr";

export type Language = "fr" | "en";

const COOKIE = "atelier-language";

let current = $state<Language>(initial());

/** What fetches the sentences of each part of the app in a language, unless they are here. */
const fetchers: ((spoken: Language) => Promise<void>)[] = [];

/**
 * The sentences of a part of the app, reactive where they are read. The French ones come with its code, and stand in for the
 * English ones, which are fetched when English is spoken.
 */
export function sentences<T>(french: T, fetchEnglish: () => Promise<T>): () => T {
  let english = $state.raw<T>();
  fetchers.push(async (spoken) => {
    if (spoken === "en") english ??= await fetchEnglish();
  });
  return () => (current === "en" ? (english ?? french) : french);
}

/** The sentences every page needs. */
export const say = sentences<Messages>(fr, async () => (await import("./en")).en);

export function language(): Language {
  return current;
}

/** Fetches the sentences that the page begins with. Without a network that is French. */
export async function learn(): Promise<void> {
  try {
    await fetchSentences(current);
  } catch {
    current = "fr";
    document.documentElement.lang = current;
  }
}

/** The part of the app that is being fetched, once its sentences are here too. Rejects when either cannot be. */
export async function spoken<T>(part: Promise<T>): Promise<T> {
  const fetched = await part;
  await fetchSentences(current);
  return fetched;
}

/** Switches, and tells the server by a cookie so that its sentences follow. Rejects when they cannot be fetched. */
export async function speak(chosen: Language): Promise<void> {
  await fetchSentences(chosen);
  current = chosen;
  document.documentElement.lang = chosen;
  document.cookie = `${COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

async function fetchSentences(spoken: Language): Promise<void> {
  await Promise.all(fetchers.map((fetch) => fetch(spoken)));
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
