// Pictures that were just put in, and whose description is asked for.

let urls = $state.raw<readonly string[]>([]);

/** Asks about these as well. */
export function askAbout(more: readonly string[]): void {
  urls = [...urls, ...more];
}

/** Those it is asked about. */
export function asked(): readonly string[] {
  return urls;
}

/** Whoever put them in has answered. */
export function answered(): void {
  urls = [];
}
