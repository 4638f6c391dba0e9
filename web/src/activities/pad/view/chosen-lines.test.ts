import { AllSelection, EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import { chosenLines } from "./chosen-lines";

const page = schema.node(
  "doc",
  null,
  ["Réserver la salle", "", " Prévenir la mairie "].map((text) =>
    schema.node("paragraph", null, text === "" ? [] : [schema.text(text)]),
  ),
);
const { size } = page.content;

function chosen(from: number, to = from): string[] {
  const selection = TextSelection.create(page, from, to);
  return chosenLines(EditorState.create({ doc: page, selection }));
}

test("the caret means its line, and none in an empty one", () => {
  expect(chosen(4)).toEqual(["Réserver la salle"]);
  expect(chosen(20)).toEqual([]);
});

test("words selected inside a line are meant alone", () => {
  expect(chosen(1, 9)).toEqual(["Réserver"]);
});

test("a selection over several lines means all of each", () => {
  const both = ["Réserver la salle", "Prévenir la mairie"];
  expect(chosen(5, size - 3)).toEqual(both);
  const all = EditorState.create({ doc: page, selection: new AllSelection(page) });
  expect(chosenLines(all)).toEqual(both);
});
