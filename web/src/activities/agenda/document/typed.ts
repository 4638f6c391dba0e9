// A step as people type it in one line: what it is called and, if they say so, how long it takes.
import { STEP_MINUTES_MAX } from "./limits";

/** How long a step takes when nobody says. */
const MINUTES = 30;

/** `Pause 15 min`, `Atelier 1 h 30`, `Déjeuner 1h15`: a length at the end is taken for one. */
export function typed(line: string): { title: string; minutes: number } {
  const trimmed = line.trim();
  const [all, title, hours, rest, minutes] =
    /^(.+?)[\s,:–-]+(?:(\d{1,2})\s?h(?:\s?(\d{1,2}))?|(\d{1,3})\s?(?:min\w*|['’′]))\.?$/iu.exec(
      trimmed,
    ) ?? [];
  if (all === undefined || title === undefined) return { title: trimmed, minutes: MINUTES };
  const length = hours === undefined ? Number(minutes) : Number(hours) * 60 + Number(rest ?? "0");
  return { title, minutes: Math.min(length, STEP_MINUTES_MAX) };
}
