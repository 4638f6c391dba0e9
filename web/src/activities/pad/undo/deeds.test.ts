// What is put in pieces is undone and redone as one.
import { redo, undo, undoDepth } from "prosemirror-history";
import { EditorState, type Command, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { beforeEach, test, vi } from "vitest";
import { schema } from "../page/schema";
import { deeds, pieceOf, wholly } from "./deeds";
import { ownHistory } from "./history";

/** A page that answers commands. */
class Page {
  state = EditorState.create({ schema, plugins: [ownHistory(), deeds()] });
  isDestroyed = false;
  #now = 0;

  readonly dispatch = (transaction: Transaction): void => {
    this.state = this.state.apply(transaction.setTime((this.#now += 1000)));
  };

  run(command: Command): void {
    wholly(command)(this.state, this.dispatch, this as unknown as EditorView);
  }

  types(text: string): void {
    this.dispatch(this.state.tr.insertText(text));
  }

  puts(name: object, ...pieces: string[]): void {
    for (const piece of pieces) this.dispatch(pieceOf(name, this.state.tr.insertText(piece)));
  }

  async says(text: string): Promise<void> {
    await vi.waitUntil(() => this.state.doc.textContent === text);
  }
}

let page: Page;
beforeEach(() => {
  page = new Page();
});

test("one undo takes all pieces away, one redo brings them back", async () => {
  page.types("Avant ");
  page.puts({}, "un ", "deux ", "trois");
  page.run(undo);
  await page.says("Avant ");
  page.run(redo);
  await page.says("Avant un deux trois");
  page.run(undo);
  await page.says("Avant ");
  page.run(undo);
  await page.says("");
});

test("two deeds one after another stay two", async () => {
  page.puts({}, "un ", "deux ");
  page.puts({}, "trois ", "quatre");
  page.run(undo);
  await page.says("un deux ");
  page.run(undo);
  await page.says("");
});

test("what was typed in between is undone by itself", async () => {
  const name = {};
  page.puts(name, "un ", "deux ");
  page.types("moi ");
  page.puts(name, "trois ", "quatre");
  for (const left of ["un deux moi ", "un deux ", ""]) {
    page.run(undo);
    await page.says(left);
  }
});

test("who writes while pieces go keeps what is left", async () => {
  page.puts({}, "un ", "deux ", "trois ");
  page.run(undo);
  page.types("moi");
  await vi.waitUntil(() => undoDepth(page.state) === 3);
  await page.says("un deux moi");
  page.run(undo);
  await page.says("un deux ");
  page.run(undo);
  await page.says("");
});
