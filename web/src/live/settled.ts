// Whether what one waits for is here: what is fetched for later waits for that.

let resolveSettled: () => void = () => undefined;

/** Resolves once the documents of a space can be opened: on a poor network, everything before that is what somebody waits for. */
export const settled = new Promise<void>((resolve) => (resolveSettled = resolve));

/** The documents of a space can be opened. */
export function settle(): void {
  resolveSettled();
}
