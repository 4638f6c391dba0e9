// Pictures that this device sends or sent: it shows them itself.

/** Where it has them, by their addresses, and whether they are on their way. */
const own = new Map<string, { local: string; isOnItsWay: boolean }>();

/** Shows a picture from this device, for as long as the page is open. */
export function showOwn(url: string, local: string, isOnItsWay: boolean): void {
  own.set(url, { local, isOnItsWay });
}

/** Where a picture is shown from. */
export function ownSource(url: string): string {
  return own.get(url)?.local ?? url;
}

/** Whether it is on its way; null for one that this device did not send. */
export function isOnItsWay(url: string): boolean | null {
  return own.get(url)?.isOnItsWay ?? null;
}
