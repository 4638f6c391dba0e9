// What each key does in a pad. docs/guide-animation.md lists the ones people are told of.
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { redo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Plugin, type Command } from "prosemirror-state";
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
import { indentCode } from "../writing/code";
import { backspace, deleteForward, enter, lineBreak } from "../writing/lines";
import { toggle } from "../writing/marks";

const or = (own: Command, usual: string): Command => {
  const base = baseKeymap[usual];
  return base ? chainCommands(own, base) : own;
};

/**
 * The keys; `undo` undoes what this person did, `editLink` opens the dialog of a link, `star` marks the version, `comment` shows what
 * is said.
 */
export function keys(
  undo: Command,
  editLink: () => void,
  star: () => void,
  comment: () => void,
): Plugin[] {
  return [
    tabKey(),
    keymap({
      "Mod-z": undo,
      "Mod-Shift-z": redo,
      "Mod-y": redo,
      "Mod-b": toggle("strong"),
      "Mod-i": toggle("em"),
      "Mod-u": toggle("underline"),
      "Mod-Shift-x": toggle("strike"),
      "Mod-k": () => {
        editLink();
        return true;
      },
      "Mod-s": () => {
        star();
        return true;
      },
      "Mod-Alt-m": () => {
        comment();
        return true;
      },
      "Mod-Alt-0": toggleBlock(paragraph),
      "Mod-Alt-1": toggleBlock(heading(1)),
      "Mod-Alt-2": toggleBlock(heading(2)),
      "Mod-Alt-3": toggleBlock(heading(3)),
      "Mod-Shift-7": toggleItems("numbered"),
      "Mod-Shift-8": toggleItems("bullet"),
      "Mod-Shift-9": toggleItems("check"),
      "Mod-Shift-.": toggleBlock(quote),
      "Mod-Enter": toggleChecked,
      Enter: enter,
      "Shift-Enter": lineBreak,
      Backspace: or(backspace, "Backspace"),
      Delete: or(deleteForward, "Delete"),
    }),
    keymap(baseKeymap),
  ];
}

/**
 * Tab moves items and lines of code in and out, and does not leave the text where one can go no further; after Escape the
 * next Tab leaves it, so that nobody is held in it.
 */
function tabKey(): Plugin {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const wasLeaving = isLeaving;
        isLeaving = event.key === "Escape" || (wasLeaving && event.key === "Shift");
        if (event.key !== "Tab" || wasLeaving || event.altKey || event.ctrlKey || event.metaKey)
          return false;
        const by = event.shiftKey ? -1 : 1;
        if (indentCode(by)(view.state, view.dispatch)) return true;
        indentItems(by)(view.state, view.dispatch);
        return selectedBlocks(view.state).some(({ node }) => isItem(node));
      },
    },
  });
}
