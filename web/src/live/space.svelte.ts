// What is known of a space: kept current by the server's messages, copied to this device.
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import type { ControlMessage } from "../sync/control-message";
import { keptHere } from "../sync/kept-here";
import type { Speaker } from "../sync/speaker";
import { readSpace, type Space } from "../sync/views";
import { hueOf } from "./hues";

export type SpaceStore = {
  readonly view: Space;
  /** Takes in a message of the server; those about other spaces change nothing. */
  apply(message: ControlMessage): void;
  /** Who it is that speaks, while the connection they speak by lasts. */
  personOf(speaker: Speaker): PersonView | null;
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
    personOf: ({ participant, peer }) =>
      view.people.find(({ id, peers }) => id === participant && peers.includes(peer)) ?? null,
    hue: (person) => hueOf(arrivals.get(person) ?? 0),
  };
}

/** The space after a message; the same object when it changes nothing. */
export function applied(view: Space, message: ControlMessage): Space {
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
    case "atelier-chat":
    case "atelier-conduct":
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

/** A browser that keeps nothing shows the space as long as it is connected. */
function saveCopy(view: Space): void {
  keptHere(prefix + view.id, readSpace).save(view);
}

/** The last version this device knew, with nobody present. */
export function loadCopy(space: string): Space | null {
  const view = keptHere(prefix + space, readSpace).load();
  return view && { ...view, people: view.people.map((person) => ({ ...person, peers: [] })) };
}
