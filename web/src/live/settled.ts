// Whether what one waits for is here: what is fetched for later waits for that.

let resolveSettled: () => void = () => undefined;

/** Resolves once a space is connected: on a poor network, everything before that is what somebody waits for. */
export const settled = new Promise<void>((resolve) => (resolveSettled = resolve));

/** A space is connected. */
export function settle(): void {
  resolveSettled();
}
