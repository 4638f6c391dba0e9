// The strong links this device was shown: the server keeps only their hashes, so it cannot show them again.

const prefix = "atelier-link-";

/** Remembers the participant link of a space made here. */
export function keepLink(space: string, link: string): void {
  try {
    localStorage.setItem(prefix + space, link);
  } catch {
    // Without storage the room's code still opens the door.
  }
}

/** The participant link, when this device knows it. */
export function keptLink(space: string): string | null {
  try {
    return localStorage.getItem(prefix + space);
  } catch {
    return null;
  }
}
