// How the pad was when somebody last looked at it on this device.
import type { Binding } from "../binding/binding";

/** Who comes back within this time is still on the same visit: a page is reloaded for many reasons. */
const SAME_VISIT_MS = 30 * 60 * 1_000;

type Heads = readonly string[];
type Visit = { at: number; heads: Heads; before: Heads | null };

/** The heads at the end of the last visit; null on the first. What is shown is noted until `leave` is called. */
export function visit(pad: string, binding: Binding): { last: Heads | null; leave: () => void } {
  const key = `atelier-visit-${pad}`;
  const kept = read(key);
  const isSame = kept !== null && Date.now() - kept.at < SAME_VISIT_MS;
  const last = isSame ? kept.before : (kept?.heads ?? null);
  const note = (): void => {
    const now: Visit = { at: Date.now(), heads: binding.heads, before: last };
    try {
      localStorage.setItem(key, JSON.stringify(now));
    } catch {
      // A browser that keeps nothing does not know of visits.
    }
  };
  addEventListener("pagehide", note);
  return {
    last,
    leave: () => {
      removeEventListener("pagehide", note);
      note();
    },
  };
}

function read(key: string): Visit | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Visit | null;
  } catch {
    return null;
  }
}
