// The first letters of a name, for where there is no room for all of it.

/** At most two letters. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s-]+/)
    .filter((part) => part !== "")
    .slice(0, 2)
    .map((part) => Array.from(part)[0] ?? "");
  return letters.join("").toLocaleUpperCase();
}
