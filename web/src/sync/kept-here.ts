// Small things kept on this device, each under a key of its own. A browser that keeps nothing keeps nothing here either: then
// what is loaded is null.

export type KeptHere<T> = {
  load(): T | null;
  /** Whether it is kept. */
  save(value: T): boolean;
  forget(): void;
};

/** `read` makes sense of what was kept, or answers null; `here` is where it stays: by default until it is forgotten. */
export function keptHere<T>(
  key: string,
  read: (value: unknown) => T | null,
  here: () => Storage = () => localStorage,
): KeptHere<T> {
  return {
    load: () => quietly(() => read(JSON.parse(here().getItem(key) ?? "null"))),
    save: (value) =>
      quietly(() => {
        here().setItem(key, JSON.stringify(value));
        return true;
      }) ?? false,
    forget: () => quietly(() => here().removeItem(key)),
  };
}

/** What follows in the keys that begin so. */
export function keysHere(prefix: string): string[] {
  const keys = quietly(() => Object.keys(localStorage)) ?? [];
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** Forgets everything that is kept on this device. */
export function forgetEverythingHere(): void {
  quietly(() => localStorage.clear());
  quietly(() => sessionStorage.clear());
}

function quietly<R>(act: () => R): R | null {
  try {
    return act();
  } catch {
    return null;
  }
}
