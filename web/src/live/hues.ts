// Twelve colours for people, in an order that keeps neighbours apart.

const hues = [250, 35, 150, 320, 85, 200, 0, 120, 280, 60, 175, 345];

/** The hue of the nth person, in degrees. */
export function hueOf(n: number): number {
  return hues[n % hues.length] ?? 250;
}
