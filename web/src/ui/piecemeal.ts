// Long work in pieces, so that the page answers between them.

/** Calls `next` until it says that there is no more to do; before each call the page answers what waits. */
export async function piecemeal(next: () => boolean): Promise<void> {
  do await answered();
  while (next());
}

/** Once the page has answered what waits. */
export function answered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
