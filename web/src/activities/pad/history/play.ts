// How fast the past goes by: all of it in about a minute, however long it is.

export type Speed = "slow" | "normal" | "fast";

/** From one picture to the next. */
export const TICK_MS: Readonly<Record<Speed, number>> = { slow: 800, normal: 400, fast: 160 };

/** How long all of it takes at most. */
const WHOLE_MS: Readonly<Record<Speed, number>> = { slow: 180_000, normal: 60_000, fast: 20_000 };

/** How many steps go by from one picture to the next. */
export function strideOf(steps: number, speed: Speed): number {
  return Math.max(1, Math.ceil((steps * TICK_MS[speed]) / WHOLE_MS[speed]));
}
