// Whether it is said aloud on this device who else writes.
const KEY = "atelier-silent-pads";

let isHeard = $state(kept());

export function hearsWriting(): boolean {
  return isHeard;
}

export function hearWriting(wanted: boolean): void {
  isHeard = wanted;
  try {
    if (wanted) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "1");
  } catch {
    // A browser that keeps nothing asks again each time.
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}
