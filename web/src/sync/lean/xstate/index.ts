// The part of XState that automerge-repo's document handles use: one flat machine, run at once, event by event. The
// library is a tenth of what a first visit fetches; handles need five of its functions. `same.test.ts` runs both.

import { Actor, type Action, type Config, type Event, type Machine } from "./actor";

export { waitFor } from "./wait-for";

export const assign = <C>(action: Action<C>): Action<C> => action;

export const assertEvent = ({ type }: Event, expected: string): void => {
  if (type !== expected) throw new Error(`expected ${expected}, not ${type}`);
};

export const setup = <C>({ actions }: { actions: Record<string, Action<C>> }) => ({
  createMachine: (config: Config<C, string>): Machine<C> => ({ config, actions }),
});

export const createActor = <C>(machine: Machine<C>): Actor<C> => new Actor(machine);
