// The headings of a pad, and the one under which somebody is. Gone through a moment after something was written, not at each letter.
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { schema } from "../page/schema";

/** All that is written within this time is looked at together. */
const LOOK_AGAIN_MS = 300;

export type Heading = { position: number; level: number; text: string };

export class Outline {
  headings = $state.raw<readonly Heading[]>([]);
  #at = $state(0);
  #seen: Node | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The number of the heading above where one is; -1 in front of all. */
  get current(): number {
    return this.headings.findLastIndex(({ position }) => position < this.#at);
  }

  /** Takes in the page as it is; of who does not write, the place is the one in view: see `sees`. */
  follow({ doc, selection }: EditorState, isWritten: boolean): void {
    if (isWritten) this.#at = selection.head;
    if (doc === this.#seen) return;
    const isFirst = this.#seen === null;
    this.#seen = doc;
    if (isFirst) this.#look();
    else this.#timer ??= setTimeout(() => this.#look(), LOOK_AGAIN_MS);
  }

  /** A position is at the top of what is in view. */
  sees(position: number): void {
    this.#at = position;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    const found: Heading[] = [];
    this.#seen?.forEach((block, position) => {
      if (block.type !== schema.nodes.heading) return;
      const text = block.textContent.trim();
      if (text) found.push({ position, level: Number(block.attrs["level"]), text });
    });
    this.headings = found;
  }
}
