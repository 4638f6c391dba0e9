// Whether what one writes is safe, told from what is known. It never says more than is known.

export type Saving = 'loading' | 'sending' | 'saved' | 'device' | 'offline' | 'full' | 'refused' | 'read-only';

export type Facts = {
  isConnected: boolean;
  /** Whether the server said that every change of this document made here is on its disk. */
  isDurable: boolean;
  /** Whether this person has changed the document here without the server having said so since. */
  hasUnsaved: boolean;
  isStorageFull: boolean;
  isRefused: boolean;
  access: 'write' | 'read';
};

/** The word for it. */
export function savingOf(facts: Facts): Saving {
  if (facts.isRefused) return 'refused';
  if (facts.access === 'read') return facts.isConnected ? 'read-only' : 'offline';
  if (!facts.isConnected) return facts.hasUnsaved ? 'device' : 'offline';
  if (facts.isDurable) return 'saved';
  return facts.isStorageFull ? 'full' : 'sending';
}
