// Keeps the screen of the device on for as long as the page is in view, where the browser allows it.

/** Until the answer is called. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;

  const take = async (): Promise<void> => {
    if (isOver || document.hidden || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      // A device that saves its battery says no.
    }
  };
  const retake = (): void => void take();

  retake();
  document.addEventListener("visibilitychange", retake);
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", retake);
    void lock?.release();
  };
}
