// How long to wait before the next attempt: longer each time, never the same for everybody.

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** Milliseconds before attempt number `attempt` (0 is the first repetition). `random` is in [0, 1). */
export function pause(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return longest / 2 + (longest / 2) * random;
}
