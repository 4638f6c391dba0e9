// What people do to a page, drawn at random.
import { Fragment, Slice, type Node } from "prosemirror-model";
import { TextSelection, type Command } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { restore } from "../history/restore";
import { SIZES, type ImageAttributes } from "../page/image";
import { schema, TONES, type ItemKind } from "../page/schema";
import {
  callout,
  code,
  heading,
  indentItems,
  quote,
  toggleBlock,
  toggleChecked,
  toggleItems,
} from "../writing/blocks";
import { put } from "../clipboard/put";
import { indentCode } from "../writing/code";
import { backspace, deleteForward, enter, lineBreak } from "../writing/lines";
import { removeLink, setLink, toggle, type SimpleMark } from "../writing/marks";
import { imageKey } from "../images/keys";
import { changeImages, putImages, removeImages } from "../writing/images";
import { putRule } from "../writing/rules";
import { crossesCells, emptied, isInTable } from "../writing/cells";
import {
  addColumn,
  addRow,
  insertTable,
  removeColumn,
  removeRow,
  removeTable,
  toCell,
} from "../writing/tables";
import { isEditedByTheBrowser } from "./browser";
import type { Dice } from "./dice";
import { pastesFromElsewhere } from "./elsewhere";
import type { Writer } from "./writer";

type Gesture = (writer: Writer, dice: Dice) => void;

const WORDS = ["a", "le ", "mot", " ", "é", "😀", "👩‍🎨", "aa", "\n", "xyz", "\ufffc"] as const;

/** Gestures and how often each is drawn. */
const GESTURES: readonly [number, Gesture][] = [
  [
    30,
    (writer, dice) => {
      writer.types(dice.pick(WORDS), pause(dice));
    },
  ],
  [14, moves],
  [2, restores],
  [12, selects],
  [
    10,
    (writer) => {
      writer.run(enter);
    },
  ],
  [8, erasesBack],
  [
    5,
    (writer) => {
      writer.run(deleteForward);
    },
  ],
  [
    8,
    (writer) => {
      writer.dispatch(emptied(writer.state));
    },
  ],
  [
    3,
    (writer) => {
      writer.run(lineBreak);
    },
  ],
  [
    6,
    (writer, dice) => {
      writer.run(toggle(dice.pick<SimpleMark>(["strong", "em", "underline", "strike"])));
    },
  ],
  [4, links],
  [
    4,
    (writer, dice) => {
      writer.run(toggleBlock(heading(1 + dice.below(3))));
    },
  ],
  [
    2,
    (writer) => {
      writer.run(toggleBlock(quote));
    },
  ],
  [
    4,
    (writer, dice) => {
      writer.run(toggleBlock(dice.once(2) ? code : callout(dice.pick(TONES))));
    },
  ],
  [
    2,
    (writer) => {
      writer.run(putRule);
    },
  ],
  [
    2,
    (writer, dice) => {
      writer.run(indentCode(dice.pick([1, -1])));
    },
  ],
  [
    6,
    (writer, dice) => {
      writer.run(toggleItems(dice.pick<ItemKind>(["bullet", "numbered", "check"])));
    },
  ],
  [
    4,
    (writer, dice) => {
      writer.run(indentItems(dice.pick([1, -1])));
    },
  ],
  [
    4,
    (writer) => {
      writer.run(toggleChecked);
    },
  ],
  [3, insertsImages],
  [4, changesAnImage],
  [3, goesToAnImage],
  [2, insertsATable],
  [8, changesATable],
  [8, goesIntoATable],
  [5, pastes],
  [4, pastesFromElsewhere],
  [3, isEditedByTheBrowser],
  [2, dropsWholeBlocks],
  [
    8,
    (writer) => {
      writer.undoes();
    },
  ],
  [
    4,
    (writer) => {
      writer.redoes();
    },
  ],
  [1, cutsACharacterInTwo],
];

const WEIGHT = GESTURES.reduce((sum, [weight]) => sum + weight, 0);

/** One gesture at random. */
export function gesture(writer: Writer, dice: Dice): void {
  let left = dice.below(WEIGHT);
  for (const [weight, act] of GESTURES) {
    left -= weight;
    if (left < 0) {
      act(writer, dice);
      return;
    }
  }
}

function pause(dice: Dice): number {
  return dice.once(3) ? 1000 : 50;
}

/** A position inside a text, never between the halves of a character. */
function place(doc: Node, dice: Dice): number {
  const { $from } = TextSelection.near(doc.resolve(dice.below(doc.content.size + 1)));
  const text = $from.parent.textBetween(0, $from.parent.content.size);
  const code = text.charCodeAt($from.parentOffset);
  return code >= 0xdc00 && code <= 0xdfff ? $from.pos + 1 : $from.pos;
}

function moves(writer: Writer, dice: Dice): void {
  writer.selects(place(writer.state.doc, dice));
}

function selects(writer: Writer, dice: Dice): void {
  writer.selects(place(writer.state.doc, dice), place(writer.state.doc, dice));
}

const ADDRESSES = ["/api/attachments/a", "/api/attachments/b", "/api/attachments/c"] as const;

function anImage(dice: Dice): ImageAttributes {
  const alt = dice.pick(WORDS).replace(/\n/g, " ");
  return { url: dice.pick(ADDRESSES), alt, width: 30, height: 20, size: dice.pick(SIZES) };
}

function insertsImages(writer: Writer, dice: Dice): void {
  if (crossesCells(writer.state)) return;
  const images = Array.from({ length: 1 + dice.below(2) }, () => anImage(dice));
  writer.dispatch(putImages(writer.state, images));
}

function changesAnImage(writer: Writer, dice: Dice): void {
  const { size, alt, url } = anImage(dice);
  if (dice.once(6)) writer.run(removeImages(url));
  else writer.run(changeImages(url, dice.once(2) ? { size } : { alt }));
}

/** Puts the caret under a picture, and presses one of the keys that mean something there. */
function goesToAnImage(writer: Writer, dice: Dice): void {
  const places: number[] = [];
  writer.state.doc.forEach((block, position) => {
    if (block.type === schema.nodes.image)
      places.push(position + 1 + dice.below(block.nodeSize - 1));
  });
  const place = places[dice.below(places.length)];
  if (place === undefined) return;
  writer.selects(place);
  const key = dice.pick(["Enter", "Backspace", "Delete", ""]);
  const done = key === "" ? null : imageKey(writer.state, { key, shiftKey: false });
  if (done !== null && done !== true) writer.dispatch(done);
}

function insertsATable(writer: Writer, dice: Dice): void {
  writer.run(insertTable(1 + dice.below(3), 1 + dice.below(3)));
}

function changesATable(writer: Writer, dice: Dice): void {
  const commands: [Command, ...Command[]] = [
    addRow(1),
    addRow(-1),
    addColumn(1),
    addColumn(-1),
    removeRow,
    removeColumn,
    toCell(1),
    toCell(-1),
  ];
  writer.run(dice.once(12) ? removeTable : dice.pick(commands));
}

/** Puts the caret into a table, where most would not get by chance. */
function goesIntoATable(writer: Writer, dice: Dice): void {
  const lines: number[] = [];
  writer.state.doc.descendants((node, position) => {
    if (node.type === schema.nodes.line) lines.push(position + 1 + node.content.size);
  });
  const place = lines[dice.below(lines.length)];
  if (place !== undefined) writer.selects(place);
}

function erasesBack(writer: Writer): void {
  if (writer.run(backspace)) return;
  const { $from, empty } = writer.state.selection;
  if ($from.depth > 1 && $from.parentOffset === 0) return;
  const before = Array.from($from.parent.textBetween(0, $from.parentOffset)).at(-1) ?? "";
  if (empty) writer.dispatch(writer.state.tr.delete($from.pos - before.length, $from.pos));
}

function links(writer: Writer, dice: Dice): void {
  const { from, to } = writer.state.selection;
  if (dice.once(3)) writer.run(removeLink({ from, to }));
  else writer.run(setLink({ from, to }, dice.pick(["https://a.org", "mailto:b@c.fr"]), null));
}

function anyBlock(dice: Dice): Node {
  const marks = dice.once(3)
    ? [schema.mark("em")]
    : dice.once(3)
      ? [schema.mark("link", { href: "https://p.org" })]
      : [];
  const content = dice.once(4) ? [] : [schema.text(dice.pick(WORDS), marks), schema.text("k")];
  const block = dice.pick([
    "paragraph",
    "heading",
    "item",
    "quote",
    "callout",
    "code",
    "rule",
    "image",
  ]);
  const attrs =
    block === "item"
      ? { kind: dice.pick(["bullet", "check"]), indent: dice.below(3) }
      : block === "callout"
        ? { tone: dice.pick(TONES) }
        : block === "image"
          ? anImage(dice)
          : null;
  return schema.node(block, attrs, content);
}

function anyBlocks(dice: Dice): Fragment {
  return Fragment.from(Array.from({ length: 1 + dice.below(3) }, () => anyBlock(dice)));
}

function pastes(writer: Writer, dice: Dice): void {
  const { from, to } = writer.state.selection;
  if (isInTable(writer.state) || crossesCells(writer.state)) {
    writer.dispatch(put(writer.state, anyBlocks(dice).content));
    return;
  }
  writer.dispatch(
    writer.state.tr.step(new ReplaceStep(from, to, new Slice(anyBlocks(dice), 1, 1))),
  );
}

function dropsWholeBlocks(writer: Writer, dice: Dice): void {
  if (crossesCells(writer.state)) return;
  writer.dispatch(writer.state.tr.replaceSelection(new Slice(anyBlocks(dice), 0, 0)));
}

/** What a careless browser could do: half of a character is erased, or something typed into it. */
function cutsACharacterInTwo(writer: Writer, dice: Dice): void {
  const { doc, tr } = writer.state;
  const { $from } = TextSelection.near(doc.resolve(dice.below(doc.content.size + 1)));
  if ($from.parentOffset === $from.parent.content.size) return;
  writer.dispatch(
    dice.once(2) ? tr.delete($from.pos, $from.pos + 1) : tr.insertText("z", $from.pos),
  );
}

/** A version without some blocks and with others twice is the text again, while others write. */
function restores(writer: Writer, dice: Dice): void {
  const { doc } = writer.state;
  const blocks = doc.children.flatMap(
    (block) => [[block], [block, block], [], [block]][dice.below(4)] ?? [],
  );
  if (blocks.length > 0) writer.run(restore(doc.copy(Fragment.from(blocks))));
}
