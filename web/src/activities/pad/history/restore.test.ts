import fc from "fast-check";
import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import { restore } from "./restore";

const line = fc.tuple(
  fc.constantFrom("un", "deux", "trois", "quatre", "cinq", ""),
  fc.constantFrom(1, 2, 0),
);
const page = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) =>
  schema.node(
    "doc",
    null,
    lines.map(([text, level]) =>
      schema.node(
        level ? "heading" : "paragraph",
        level ? { level } : null,
        text ? [schema.text(text)] : [],
      ),
    ),
  ),
);

test("whatever the page is, it becomes the version", () => {
  fc.assert(
    fc.property(page, page, (before, version) => {
      let state = EditorState.create({ doc: before });
      const isDone = restore(version)(state, (transaction) => {
        state = state.apply(transaction);
      });
      expect(isDone).toBe(!before.eq(version));
      expect(state.doc.toJSON()).toEqual(version.toJSON());
    }),
  );
});

test("blocks that both have are not touched", () => {
  const blocks = (...texts: string[]) =>
    schema.node(
      "doc",
      null,
      texts.map((text) => schema.node("paragraph", null, [schema.text(text)])),
    );
  const state = EditorState.create({ doc: blocks("un", "deux", "trois", "quatre") });
  restore(blocks("zéro", "un", "trois", "fin"))(state, (transaction) => {
    const kept = [0, 2].map((number) => {
      const start = state.doc.children
        .slice(0, number)
        .reduce((sum, { nodeSize }) => sum + nodeSize, 0);
      return transaction.mapping.mapResult(start + 2).deleted;
    });
    expect(kept).toEqual([false, false]);
    expect(transaction.doc.textContent).toBe("zérountroisfin");
  });
});
