// Whether what one writes is safe, told from what is known. It never says more than is known.

export type Saving =
  "loading" | "sending" | "saved" | "device" | "offline" | "full" | "refused" | "read-only";

export type Facts = {
  isConnected: boolean;
  /** The heads of the document here; empty while it is not open. */
  localHeads: readonly string[];
  /** The heads known to be on the server's disk; `null` while it has said nothing about this document. */
  durableHeads: readonly string[] | null;
  /** Whether what is written here outlives the page: it is so a moment after it was written, and never in some windows. */
  isKeptHere: boolean;
  isStorageFull: boolean;
  isRefused: boolean;
  access: "write" | "read";
};

/** The word for it. */
export function savingOf(facts: Facts): Saving {
  if (facts.isRefused) return "refused";
  if (facts.localHeads.length === 0) return "loading";
  return facts.isConnected ? savingOnline(facts) : savingOffline(facts);
}

function savingOnline(facts: Facts): Saving {
  if (facts.access === "read") return "read-only";
  if (facts.durableHeads === null) return "loading";
  if (isSaved(facts)) return "saved";
  return facts.isStorageFull ? "full" : "sending";
}

function savingOffline(facts: Facts): Saving {
  if (isSaved(facts)) return "offline";
  // Not safe anywhere yet: it waits to be sent, for as long as the page stays open.
  return facts.isKeptHere ? "device" : "sending";
}

/** Heads on disk are there with everything they build on: so it is enough that each head here is one of them. */
function isSaved({ localHeads, durableHeads }: Facts): boolean {
  return durableHeads !== null && localHeads.every((head) => durableHeads.includes(head));
}

export type SentFacts = {
  isOpen: boolean;
  isConnected: boolean;
  /** Whether something is on its way to the server; what waits for the network is kept on this device. */
  sending: "none" | "sending" | "waiting";
  mayWrite: boolean;
};

/** The word for what is not written in the document but sent to the server, such as a ballot. */
export function savingOfSent({ isOpen, isConnected, sending, mayWrite }: SentFacts): Saving {
  if (!isOpen) return "loading";
  if (sending !== "none") return sending === "waiting" || !isConnected ? "device" : "sending";
  if (!isConnected) return "offline";
  return mayWrite ? "saved" : "read-only";
}
