// When anything of a card last changed.
import type { Pen } from "../../../../document/pen";

export function touch(pen: Pen, card: string): void {
  pen.note(["cards", card, "updated"], pen.now);
}
