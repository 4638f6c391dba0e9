// Who wrote in a pad and how they are shown to whoever looks: the names, the colours, how much each wrote.
import { SvelteMap } from "svelte/reactivity";
import { announce } from "../../../ui/notices.svelte";
import type { Place } from "../../place";
import type { Editor } from "../view/editor";
import { amounts, authorsIn, authorship, redrawAuthors, SELF } from "./authorship";
import { chooseHue, chosenHues } from "./colours";
import { initialsOf } from "./initials";
import type { Drawing } from "./runs";
import { sayAuthors } from "./words/words";
import { Whose } from "./whose";

/** Somebody who wrote, and how much of what is there. An empty id: the server, or nobody that is known. */
export type Author = { id: string; name: string; hue: number; letters: number };

/** Counting goes through all that is known: at most so often. */
const COUNT_MS = 500;

export class Authors {
  readonly #place: Place;
  readonly #editor: Editor;
  readonly #whose: Whose;
  /** What was chosen on this device. */
  chosen = $state.raw(chosenHues());
  readonly #letters = new SvelteMap<string, number>();
  isKnown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #plugin;

  constructor(place: Place, editor: Editor) {
    this.#place = place;
    this.#editor = editor;
    this.#whose = new Whose(place.id, () => this.redraw());
    this.#plugin = authorship(editor.binding, this.#drawing(), (isKnown) => {
      this.isKnown = isKnown;
      this.#countSoon();
    });
    const { state } = editor.view;
    editor.view.updateState(state.reconfigure({ plugins: [...state.plugins, this.#plugin] }));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#whose.close();
    const { view } = this.#editor;
    if (view.isDestroyed) return;
    const plugins = view.state.plugins.filter((each) => each !== this.#plugin);
    view.updateState(view.state.reconfigure({ plugins }));
  }

  /** Who wrote, the one who wrote most first. */
  get list(): Author[] {
    return [...this.#letters]
      .map(([id, letters]) => ({ id, letters, name: this.nameOf(id), hue: this.hueOf(id) }))
      .sort((some, other) => other.letters - some.letters);
  }

  nameOf(id: string): string {
    if (id === "") return sayAuthors().atelier;
    return this.#place.nameOf(id) ?? sayAuthors().somebody;
  }

  hueOf(id: string): number {
    return this.chosen[id] ?? this.#place.people.find((person) => person.id === id)?.hue ?? 265;
  }

  choose(id: string, hue: number | null): void {
    this.chosen = chooseHue(id, hue);
    this.redraw();
  }

  redraw(): void {
    if (!this.#editor.view.isDestroyed) redrawAuthors(this.#editor.view);
    this.#countSoon();
  }

  /** Says who wrote the line the caret is in. */
  sayLine(): void {
    const { state } = this.#editor.view;
    const start = state.selection.$from;
    const names = this.#people(authorsIn(state, start.before(1), start.after(1)));
    announce(names.length > 0 ? sayAuthors().here(names.join(", ")) : sayAuthors().hereNobody);
  }

  /** The participant behind an actor; undefined while the server is asked. Characters of the template are the server's. */
  #participantOf(actor: string): string | null | undefined {
    if (actor === SELF) return this.#place.participant;
    return actor === "" ? null : this.#whose.of(actor);
  }

  #people(actors: readonly string[]): string[] {
    const ids = actors.map((actor) => this.#participantOf(actor)).filter((id) => !!id);
    return [...new Set(ids)].map((id) => this.nameOf(id ?? ""));
  }

  #drawing(): Drawing {
    return {
      part: (actor) => {
        const id = this.#participantOf(actor);
        if (!id) return null;
        return {
          class: "written",
          style: `--hue: ${String(this.hueOf(id))}`,
          title: this.nameOf(id),
        };
      },
      line: (actors) => {
        const [first, ...others] = this.#people(actors);
        if (first === undefined) return null;
        return { "data-initials": `${initialsOf(first)}${others.length > 0 ? "+" : ""}` };
      },
    };
  }

  #countSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#count();
    }, COUNT_MS);
  }

  #count(): void {
    if (this.#editor.view.isDestroyed) return;
    const counted = new Map<string, number>();
    for (const [actor, letters] of amounts(this.#editor.view.state)) {
      const id = this.#participantOf(actor) ?? "";
      counted.set(id, (counted.get(id) ?? 0) + letters);
    }
    for (const id of this.#letters.keys()) if (!counted.has(id)) this.#letters.delete(id);
    for (const [id, letters] of counted) if (letters > 0) this.#letters.set(id, letters);
  }
}
