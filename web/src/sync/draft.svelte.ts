// The words of a field that is sent later than it is written in: what was begun in it is there again when it is shown again.
import { begunIn, forgetBegun, keepBegun } from "./drafts";

export class Draft {
  readonly #place: string;
  readonly #field: string;
  #from: string;
  #text: string;
  /** Whether the field shows something that was begun before and not sent. */
  readonly wasBegun: boolean;

  /** `place`: of which document or page; `from`: what the field holds when nothing was begun in it. */
  constructor(place: string, field: string, from = "") {
    const begun = begunIn(place, field);
    this.#place = place;
    this.#field = field;
    this.#from = from;
    this.wasBegun = begun !== null;
    this.#text = $state(begun?.text ?? from);
  }

  /** What is in the field; to bind. */
  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    if (text === this.#from || (this.#from === "" && text.trim() === "")) this.#forget();
    else keepBegun(this.#place, this.#field, text, this.#from);
  }

  /** Its words were sent or taken back: the field holds `text`, and nothing is begun in it. */
  settle(text = ""): void {
    this.#from = text;
    this.#text = text;
    this.#forget();
  }

  #forget(): void {
    forgetBegun(this.#place, this.#field);
  }
}
