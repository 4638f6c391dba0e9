// What a connection needs of the browser around it, so that tests can stand in for the browser.

/** The part of a WebSocket that is used. */
export type Socket = Pick<
  WebSocket,
  'binaryType' | 'readyState' | 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'
>;

export type Surroundings = {
  openSocket(url: string): Socket;
  /** Runs something after a while; the answer calls it off. */
  later(run: () => void, delayMs: number): () => void;
  /** From 0 to 1, 1 excluded. */
  random(): number;
  /** Whether the server still knows this device; `null` when nobody answers. */
  hasSession(): Promise<boolean | null>;
  /** Calls when the network came back or the page is looked at again; the answer stops it. */
  onReturn(run: () => void): () => void;
};

/** The browser this page runs in. */
export const browser: Surroundings = {
  openSocket: (url) => new WebSocket(url),
  later(run, delayMs) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  async hasSession() {
    try {
      const { status, ok } = await fetch('/api/me');
      if (status === 401) return false;
      return ok ? true : null;
    } catch {
      return null;
    }
  },
  onReturn(run) {
    const whenVisible = () => {
      if (document.visibilityState === 'visible') run();
    };
    window.addEventListener('online', run);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      window.removeEventListener('online', run);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  },
};
