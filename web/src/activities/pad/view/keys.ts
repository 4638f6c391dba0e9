// What each key does in the text of a pad. Which key it is stands in keys/table.ts.
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { Plugin, type Command } from "prosemirror-state";
import { isMac } from "../keys/names";
import { keysOf, type TextDeed } from "../keys/table";
import {
  heading,
  indentItems,
  isItem,
  paragraph,
  quote,
  selectedBlocks,
  toggleBlock,
  toggleChecked,
  toggleItems,
} from "../writing/blocks";
import { ownRedo } from "../undo/deeds";
import { indentCode } from "../writing/code";
import { backspace, deleteForward, enter, lineBreak } from "../writing/lines";
import { toggle } from "../writing/marks";
import { deleteLines, duplicateLines } from "../writing/whole-lines";

const or = (own: Command, usual: string): Command => {
  const base = baseKeymap[usual];
  return base ? chainCommands(own, base) : own;
};

/** Those that stand in another plugin: what Tab does depends on where one is, and `/` is a letter. */
type Elsewhere = "indent" | "outdent" | "nextCell" | "previousCell" | "insert" | "leave";

/**
 * The keys; `undo` undoes what this person did, `editLink` opens the dialog of a link, `comment` shows what is said, `leave` goes out
 * of the text.
 */
export function keys(
  undo: Command,
  editLink: () => void,
  comment: () => void,
  leave: () => void,
): Plugin[] {
  const commands: Readonly<Record<Exclude<TextDeed, Elsewhere>, Command>> = {
    undo,
    redo: ownRedo,
    strong: toggle("strong"),
    em: toggle("em"),
    underline: toggle("underline"),
    strike: toggle("strike"),
    link: () => {
      editLink();
      return true;
    },
    comment: () => {
      comment();
      return true;
    },
    paragraph: toggleBlock(paragraph),
    heading1: toggleBlock(heading(1)),
    heading2: toggleBlock(heading(2)),
    heading3: toggleBlock(heading(3)),
    bullet: toggleItems("bullet"),
    numbered: toggleItems("numbered"),
    check: toggleItems("check"),
    quote: toggleBlock(quote),
    tick: toggleChecked,
    lineBreak,
    duplicateLine: duplicateLines,
    deleteLine: deleteLines,
  };
  const bindings = Object.entries(commands).flatMap(([deed, command]) =>
    keysOf(deed as TextDeed, isMac).map((key): [string, Command] => [key, command]),
  );
  return [
    tabKey(leave),
    keymap({
      ...Object.fromEntries(bindings),
      Enter: enter,
      Backspace: or(backspace, "Backspace"),
      Delete: or(deleteForward, "Delete"),
    }),
    keymap(baseKeymap),
  ];
}

/**
 * Tab moves items and lines of code in and out, and does not leave the text where one can go no further. Escape leaves it, so
 * that nobody is held in it.
 */
function tabKey(leave: () => void): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
        if (altKey || ctrlKey || metaKey) return false;
        if (key === "Escape" && !view.composing && view.editable) {
          leave();
          return true;
        }
        if (key !== "Tab") return false;
        const by = shiftKey ? -1 : 1;
        if (indentCode(by)(view.state, view.dispatch)) return true;
        indentItems(by)(view.state, view.dispatch);
        return selectedBlocks(view.state).some(({ node }) => isItem(node));
      },
    },
  });
}
