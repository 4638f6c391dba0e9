// The picture of a card that follows the hand.
import "./ghost.css";

export class Ghost {
  readonly #element: HTMLElement;
  readonly #x: number;
  readonly #y: number;

  constructor(card: HTMLElement, x: number, y: number, count: number) {
    const box = card.getBoundingClientRect();
    this.#x = x - box.left;
    this.#y = y - box.top;
    this.#element = card.cloneNode(true) as HTMLElement;
    this.#element.inert = true;
    this.#element.classList.add("ghost");
    delete this.#element.dataset["card"];
    this.#element.style.inlineSize = `${String(box.width)}px`;
    if (count > 1) this.#element.dataset["count"] = String(count);
    document.body.append(this.#element);
  }

  move(x: number, y: number): void {
    this.#element.style.transform = `translate(${String(x - this.#x)}px, ${String(y - this.#y)}px) rotate(1.5deg)`;
  }

  end(): void {
    this.#element.remove();
  }
}
