// What one can do to cards: the same from a menu, from the keyboard and from the card itself.
import type { Card } from "../contract";
import * as gestures from "../document/gestures/card";
import { copyCard } from "../document/gestures/cards";
import { sayKanban } from "../words/words";
import type { Desk } from "./desk";

export function finish({ act }: Desk, card: Card, done = !card.done): void {
  const words = done ? sayKanban().did.finished(card.title) : sayKanban().did.reopened(card.title);
  act(words, (pen) => gestures.finish(pen, card.id, done));
}

export function archive({ act }: Desk, cards: readonly string[]): void {
  act(sayKanban().did.archived(cards.length), (pen) => {
    for (const card of cards) gestures.archive(pen, card, true);
  });
}

export function remove({ act }: Desk, cards: readonly string[]): void {
  act(sayKanban().did.deleted(cards.length), (pen) => {
    for (const card of cards) gestures.remove(pen, card, true);
  });
}

export function duplicate({ act }: Desk, card: Card): void {
  const title = sayKanban().card.copyOf(card.title);
  act(sayKanban().did.duplicated(card.title), (pen, kanban) => copyCard(pen, kanban, card, title));
}

/** Puts oneself in charge of a card, or no longer. */
export function takeCharge({ act, participant }: Desk, card: Card): void {
  const isMine = card.people.includes(participant);
  act(sayKanban().did.people, (pen) =>
    gestures.setMember(pen, card.id, "people", participant, !isMine),
  );
}

/** The actions of a card's menu. */
export function cardActions(desk: Desk, card: Card): Action[] {
  const words = sayKanban().card;
  const isMine = card.people.includes(desk.participant);
  return [
    { label: words.open, run: () => desk.open(card.id) },
    { label: words.moveTo, run: () => desk.askWhere([card.id]) },
    { label: isMine ? words.takeMeOff : words.putMe, run: () => takeCharge(desk, card) },
    { label: words.duplicate, run: () => duplicate(desk, card) },
    {
      label: card.template ? words.noTemplate : words.template,
      run: () =>
        desk.act(sayKanban().did.template, (pen) =>
          gestures.setTemplate(pen, card.id, !card.template),
        ),
    },
    { label: words.archive, run: () => archive(desk, [card.id]) },
    { label: words.delete, run: () => remove(desk, [card.id]), danger: true },
  ];
}

/** One line of a menu. */
export type Action = { label: string; run: () => void; danger?: boolean };
