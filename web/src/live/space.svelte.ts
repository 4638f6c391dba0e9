// What is known of a space: kept current by the server's messages, copied to this device.
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import type { Control } from "../sync/control";
import { readSpace, type Space } from "../sync/views";
import { hueOf } from "./hues";

export type SpaceStore = {
  readonly view: Space;
  /** Takes in a message of the server; those about other spaces change nothing. */
  apply(message: Control): void;
  /** Who is behind a connection. */
  personOf(peerId: string): PersonView | null;
  /** The hue of a person's colour, in degrees: one of twelve, by order of arrival. Others leaving does not change it. */
  hue(person: string): number;
};

/** A store over what is known now. */
export function createSpaceStore(initial: Space): SpaceStore {
  let view = $state.raw(initial);
  const arrivals = new Map<string, number>();
  const greet = ({ people }: Space): void => {
    for (const { id } of people) if (!arrivals.has(id)) arrivals.set(id, arrivals.size);
  };
  greet(initial);
  saveCopy(initial);
  return {
    get view() {
      return view;
    },
    apply(message) {
      const next = applied(view, message);
      if (next === view) return;
      greet(next);
      view = next;
      saveCopy(next);
    },
    personOf: (peerId) => view.people.find((person) => person.peers.includes(peerId)) ?? null,
    hue: (person) => hueOf(arrivals.get(person) ?? 0),
  };
}

/** The space after a message; the same object when it changes nothing. */
export function applied(view: Space, message: Control): Space {
  switch (message.kind) {
    case "atelier-space":
      return message.space.id === view.id ? message.space : view;
    case "atelier-people":
      return message.space === view.id ? withPeople(view, message.changed, message.gone) : view;
    case "atelier-documents":
      return message.space === view.id ? { ...view, documents: message.documents } : view;
    case "atelier-role":
      return message.space === view.id ? withRole(view, message.role) : view;
    case "atelier-news":
    case "atelier-refused":
    case "atelier-storage":
    case "atelier-alive":
      return view;
  }
}

/** Rights that end, end at once; what a stronger role opens, the server lists next. */
function withRole(view: Space, role: RoleView | null): Space {
  if (role !== null && role !== "reader") return { ...view, role };
  const documents = view.documents.map((document) => ({ ...document, access: "read" as const }));
  return { ...view, role: role ?? view.role, documents };
}

function withPeople(view: Space, changed: PersonView[], gone: string[]): Space {
  const known = new Set(view.people.map(({ id }) => id));
  const people = view.people
    .filter(({ id }) => !gone.includes(id))
    .map((person) => changed.find(({ id }) => id === person.id) ?? person);
  return { ...view, people: [...people, ...changed.filter(({ id }) => !known.has(id))] };
}

const prefix = "atelier-space-";

function saveCopy(view: Space): void {
  try {
    localStorage.setItem(prefix + view.id, JSON.stringify(view));
  } catch {
    // A browser that keeps nothing shows the space as long as it is connected.
  }
}

/** The last version this device knew, with nobody present. */
export function loadCopy(space: string): Space | null {
  try {
    const view = readSpace(JSON.parse(localStorage.getItem(prefix + space) ?? "null"));
    return view && { ...view, people: view.people.map((person) => ({ ...person, peers: [] })) };
  } catch {
    return null;
  }
}
