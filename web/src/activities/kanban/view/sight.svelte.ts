// What one sees of a kanban: its columns, and the cards on them that the filter lets through.
import { keyedById } from "../document/read";
import { shownColumns } from "../document/gestures/move";
import { matches, type Filter } from "../filter/filter";
import type { OpenKanban } from "../open-kanban";
import { today } from "../../../day/day";
import { createPiles } from "./piles";

export class Sight {
  readonly #pileUp = createPiles();
  filter = $state.raw<Filter>() as Filter;
  /** The day it is here. */
  today = $state(today());

  readonly columns = $derived.by(() => shownColumns(this.kanban.now));
  readonly labels = $derived.by(() => keyedById(this.kanban.now.labels));
  /** Cards on the columns one sees. */
  readonly live = $derived.by(() => {
    const shown = new Set(this.columns.map(({ id }) => id));
    return this.kanban.now.cards.filter(
      ({ archived, deleted, column }) => archived === 0 && deleted === 0 && shown.has(column),
    );
  });
  /** Of these, those that were asked for. */
  readonly found = $derived.by(() => {
    const context = {
      me: this.kanban.participant,
      today: this.today,
      labels: this.kanban.now.labels,
    };
    return this.live.filter((card) => matches(card, this.filter, context));
  });
  /** The cards that were asked for, by column. */
  readonly piles = $derived.by(() => this.#pileUp(this.found));
  /** How many cards each column holds. */
  readonly counts = $derived.by(() => {
    const counts = new Map<string, number>();
    for (const { column } of this.live) counts.set(column, (counts.get(column) ?? 0) + 1);
    return counts;
  });

  constructor(
    readonly kanban: OpenKanban,
    filter: Filter,
  ) {
    this.filter = filter;
  }

  /** Looks at the calendar now and then, until the answer is called: a page may stay open overnight. */
  followDays(): () => void {
    const timer = setInterval(() => (this.today = today()), 60_000);
    return () => clearInterval(timer);
  }
}
