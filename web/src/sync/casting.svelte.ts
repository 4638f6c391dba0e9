// Sends what one person votes or answers: as a whole, a moment after the last tap, one request at a time, until the server
// has it. A ballot here is whatever is sent so.
import { isLocked, isPassing } from "../api/client";
import type { KeptHere } from "./kept-here";

/** `waiting`: kept on this device, and sent again by itself. */
export type CastingState = "loading" | "sending" | "sent" | "waiting";

export type Casting<Ballot> = {
  /** The ballot as the person sees it. */
  readonly value: Ballot;
  readonly state: CastingState;
  /** Takes in another ballot of this person, and sends it soon. */
  cast(ballot: Ballot): void;
  /** Where to put what the server has, asked for from now on. An answer that the person overtook is not shown. */
  adopting(): (served: Ballot) => void;
  /** Without an answer of the server, goes on from what it was last known to have, if anything. */
  recall(): void;
  /** Sends what waits at once: the connection is back. */
  retry(): void;
  stop(): void;
};

type World<Ballot> = {
  /** What there is before anything was cast. */
  empty: Ballot;
  /** What still has to be sent. */
  kept: KeptHere<Ballot>;
  /** What the server was last known to have. */
  known: KeptHere<Ballot>;
  send: (ballot: Ballot) => Promise<unknown>;
  /** The server will never take the ballot. What it has is to be asked for. */
  onRefused: (error: unknown) => void;
};

/** People tap several times in a row. */
const SEND_AFTER_MS = 400;
const RETRY_AFTER_MS = 5_000;

/** Begins with what this device still had to send, if anything. */
export function createCasting<Ballot>({
  empty,
  kept,
  known,
  send,
  onRefused,
}: World<Ballot>): Casting<Ballot> {
  const unsent = kept.load();
  let ballot = $state.raw<Ballot>(unsent ?? empty);
  let state = $state<CastingState>(unsent ? "waiting" : "loading");
  let isPending = unsent !== null;
  let isSending = false;
  let changes = 0;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sendAfter(ms: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void sendNow(), ms);
  }

  async function sendNow(): Promise<void> {
    clearTimeout(timer);
    // What changes under way goes with the next request.
    if (isSending || !isPending) return;
    const sending = ballot;
    isSending = true;
    try {
      await send(sending);
      isSending = false;
      known.save(sending);
      settle(sending);
    } catch (error) {
      isSending = false;
      fail(error);
    }
  }

  function settle(sent: Ballot): void {
    if (ballot === sent) end();
    else sendAfter(0);
  }

  function fail(error: unknown): void {
    // What those who facilitate closed for a while takes it once it is open again.
    if (isPassing(error) || isLocked(error)) {
      state = "waiting";
      sendAfter(RETRY_AFTER_MS);
      return;
    }
    end();
    onRefused(error);
  }

  function end(): void {
    clearTimeout(timer);
    isPending = false;
    state = "sent";
    kept.forget();
  }

  if (isPending) sendAfter(0);

  return {
    get value() {
      return ballot;
    },
    get state() {
      return state;
    },
    cast(changed) {
      ballot = changed;
      changes += 1;
      isPending = true;
      state = "sending";
      kept.save(changed);
      sendAfter(SEND_AFTER_MS);
    },
    adopting() {
      const asked = changes;
      return (served) => {
        if (isPending || changes !== asked) return;
        known.save(served);
        ballot = served;
        state = "sent";
      };
    },
    recall() {
      const last = known.load();
      if (state !== "loading" || !last) return;
      ballot = last;
      state = "sent";
    },
    retry: () => sendAfter(0),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
