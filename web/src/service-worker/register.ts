// Lets the app open without a network.

/** Who goes no further than the first page has all that is kept for later by then. */
const WAIT_MS_MAX = 30_000;

/**
 * Registers the service worker where browsers allow it, once `settled` resolves or after a while: it fetches every file of the
 * app, and on a poor network those would come before the page somebody waits for.
 */
export function registerServiceWorker(settled: Promise<void>): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS_MAX));
  void Promise.race([settled, late]).then(() => navigator.serviceWorker.register("/sw.js"));
}
