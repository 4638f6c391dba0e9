// Cards that are chosen to go somewhere together.
import { SvelteSet } from "svelte/reactivity";
import { announce } from "../../../ui/notices.svelte";
import { sayKanban } from "../words/words";

export class Choice {
  readonly cards = new SvelteSet<string>();
  /** While one chooses, a press on a card chooses it instead of opening it. */
  isOn = $state(false);

  /** Chooses a card, or no longer. */
  toggle(id: string): void {
    this.isOn = true;
    if (!this.cards.delete(id)) this.cards.add(id);
    announce(sayKanban().card.selected(this.cards.size));
  }

  end(): void {
    this.cards.clear();
    this.isOn = false;
  }

  /** Takes a press on a card that is meant for choosing. */
  readonly take = (event: MouseEvent): void => {
    if (!this.isOn && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    const { target } = event;
    const title = target instanceof Element && target.closest<HTMLElement>("[data-open]");
    const id = title ? title.dataset["open"] : undefined;
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.toggle(id);
  };
}
