// The colours of people in this pad: those everybody has, and those somebody chose for themselves on this device.

const KEY = "atelier-hues";

type Chosen = Record<string, number>;

/** The hues that were chosen here, by participant, in degrees. */
export function chosenHues(): Chosen {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {}) as Chosen;
  } catch {
    return {};
  }
}

/** Keeps a hue for somebody; null for the usual one. */
export function chooseHue(participant: string, hue: number | null): Chosen {
  const others = Object.entries(chosenHues()).filter(([id]) => id !== participant);
  const chosen: Chosen = Object.fromEntries(
    hue === null ? others : [...others, [participant, hue]],
  );
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing has them until the page is closed.
  }
  return chosen;
}
