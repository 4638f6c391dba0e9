// What is known of a space: kept current by the server's messages, copied to this device.
import type { PersonView } from '../generated/PersonView';
import type { SpaceView } from '../generated/SpaceView';
import type { Control } from '../sync/control';
import { hueOf } from './hues';

export type SpaceStore = {
  readonly view: SpaceView;
  /** Takes in a message of the server; those about other spaces change nothing. */
  apply(message: Control): void;
  /** Who is behind a connection. */
  personOf(peerId: string): PersonView | null;
  /** The hue of a person's colour, in degrees. */
  hue(person: string): number;
};

/** A store over what is known now. */
export function createSpaceStore(initial: SpaceView): SpaceStore {
  let view = $state.raw(initial);
  saveCopy(initial);
  return {
    get view() {
      return view;
    },
    apply(message) {
      const next = applied(view, message);
      if (next === view) return;
      view = next;
      saveCopy(next);
    },
    personOf: (peerId) => view.people.find((person) => person.peers.includes(peerId)) ?? null,
    hue: (person) => hueOf(Math.max(0, view.people.findIndex(({ id }) => id === person))),
  };
}

/** The space after a message; the same object when it changes nothing. */
export function applied(view: SpaceView, message: Control): SpaceView {
  switch (message.kind) {
    case 'atelier-space':
      return message.space.id === view.id ? message.space : view;
    case 'atelier-people':
      return message.space === view.id ? withPeople(view, message.changed, message.gone) : view;
    case 'atelier-documents':
      return message.space === view.id ? { ...view, documents: message.documents } : view;
    case 'atelier-role':
      return message.space === view.id && message.role !== null ? { ...view, role: message.role } : view;
    case 'atelier-refused':
    case 'atelier-storage':
    case 'atelier-alive':
      return view;
  }
}

function withPeople(view: SpaceView, changed: PersonView[], gone: string[]): SpaceView {
  const known = new Set(view.people.map(({ id }) => id));
  const people = view.people
    .filter(({ id }) => !gone.includes(id))
    .map((person) => changed.find(({ id }) => id === person.id) ?? person);
  return { ...view, people: [...people, ...changed.filter(({ id }) => !known.has(id))] };
}

const prefix = 'atelier-space-';

function saveCopy(view: SpaceView): void {
  try {
    localStorage.setItem(prefix + view.id, JSON.stringify(view));
  } catch {
    // A browser that keeps nothing shows the space as long as it is connected.
  }
}

/** The last version this device knew, with nobody present. */
export function loadCopy(space: string): SpaceView | null {
  try {
    const copy = localStorage.getItem(prefix + space);
    if (copy === null) return null;
    const view = JSON.parse(copy) as SpaceView;
    return { ...view, people: view.people.map((person) => ({ ...person, peers: [] })) };
  } catch {
    return null;
  }
}
