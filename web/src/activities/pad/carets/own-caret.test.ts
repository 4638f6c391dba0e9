// @vitest-environment happy-dom
// What is heard of others leaves one's own caret where one has just put it.
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { expect, test } from "vitest";
import type { Binding } from "../binding/binding";
import type { PadHandle, PadMessage } from "../binding/pad-document";
import { schema } from "../page/schema";
import { carets } from "./carets";

test("a caret one moved stays when another's is drawn before the browser tells of it", () => {
  let tell: (message: PadMessage) => void = () => undefined;
  const handle = {
    on: (_: string, hear: (message: PadMessage) => void) => (tell = hear),
    off: () => undefined,
    broadcast: () => undefined,
  } as unknown as PadHandle;
  const binding = { positionOf: () => 3, cursorAt: () => "here" } as unknown as Binding;
  const people = () => ({ id: "b", name: "Bob", role: "participant", hue: 0 }) as const;
  const plugins = [carets({ handle, binding, people, onPeers: () => undefined })];
  const doc = schema.node("doc", null, [schema.node("paragraph", null, [schema.text("avant")])]);
  const view = new EditorView(document.body, { state: EditorState.create({ doc, plugins }) });
  view.focus();
  expect(view.state.selection.head).toBe(1);

  const stop = (event: Event): void => event.stopImmediatePropagation();
  window.addEventListener("selectionchange", stop, true);
  document.addEventListener("selectionchange", stop, true);
  document.getSelection()?.collapse(view.dom.querySelector("p")?.firstChild ?? null, 5);
  tell({
    senderId: "b",
    message: { kind: "caret", anchor: "x", head: "x" },
  } as unknown as PadMessage);
  expect(view.state.selection.head).toBe(6);
  view.destroy();
});
