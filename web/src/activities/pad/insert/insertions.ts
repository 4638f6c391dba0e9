// What the menu of blocks offers, and what is found of it by a few letters.
import Code from "@lucide/svelte/icons/code";
import Heading1 from "@lucide/svelte/icons/heading-1";
import Heading2 from "@lucide/svelte/icons/heading-2";
import Heading3 from "@lucide/svelte/icons/heading-3";
import ImageIcon from "@lucide/svelte/icons/image";
import Info from "@lucide/svelte/icons/info";
import Lightbulb from "@lucide/svelte/icons/lightbulb";
import List from "@lucide/svelte/icons/list";
import ListChecks from "@lucide/svelte/icons/list-checks";
import ListOrdered from "@lucide/svelte/icons/list-ordered";
import Minus from "@lucide/svelte/icons/minus";
import Pilcrow from "@lucide/svelte/icons/pilcrow";
import Quote from "@lucide/svelte/icons/quote";
import Table from "@lucide/svelte/icons/table";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import type { Command } from "prosemirror-state";
import { pickImages } from "../images/pick";
import { callout, code, heading, makeBlock, makeItems, paragraph, quote } from "../writing/blocks";
import { putRule } from "../writing/rules";
import { insertTable } from "../writing/tables";
import { sayInserting } from "../words/inserting";

/** One line of the menu. */
export type Insertion = {
  name: string;
  /** Other words for it. */
  also: string;
  /** What is typed to have it without the menu. */
  typed: string;
  icon: typeof Code;
  command: Command;
};

const headings = [Heading1, Heading2, Heading3];

/** All of them, in the order of the menu. */
export function insertions(): Insertion[] {
  const { also, ...say } = sayInserting();
  return [
    ...headings.map((icon, index) => ({
      name: say.heading(index + 1),
      also: `${also.heading} h${String(index + 1)}`,
      typed: "#".repeat(index + 1),
      icon,
      command: makeBlock(heading(index + 1)),
    })),
    { name: say.bullet, also: also.bullet, typed: "-", icon: List, command: makeItems("bullet") },
    {
      name: say.numbered,
      also: also.numbered,
      typed: "1.",
      icon: ListOrdered,
      command: makeItems("numbered"),
    },
    {
      name: say.check,
      also: also.check,
      typed: "[]",
      icon: ListChecks,
      command: makeItems("check"),
    },
    { name: say.quote, also: also.quote, typed: ">", icon: Quote, command: makeBlock(quote) },
    {
      name: say.note,
      also: also.note,
      typed: "[!note]",
      icon: Info,
      command: makeBlock(callout("note")),
    },
    {
      name: say.tip,
      also: also.tip,
      typed: "[!tip]",
      icon: Lightbulb,
      command: makeBlock(callout("tip")),
    },
    {
      name: say.warning,
      also: also.warning,
      typed: "[!warning]",
      icon: TriangleAlert,
      command: makeBlock(callout("warning")),
    },
    { name: say.code, also: also.code, typed: "```", icon: Code, command: makeBlock(code) },
    { name: say.image, also: also.image, typed: "", icon: ImageIcon, command: pickImages },
    {
      name: say.table.name,
      also: also.table,
      typed: "| |",
      icon: Table,
      command: insertTable(3, 3),
    },
    { name: say.rule, also: also.rule, typed: "---", icon: Minus, command: putRule },
    {
      name: say.paragraph,
      also: also.paragraph,
      typed: "",
      icon: Pilcrow,
      command: makeBlock(paragraph),
    },
  ];
}

/** Those whose words begin with each word that is sought; those found by their name come first. */
export function found(all: readonly Insertion[], sought: string): Insertion[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const has = (text: string): boolean =>
    words.every((word) => ` ${plain(text)}`.includes(` ${word}`));
  const byName = all.filter(({ name }) => has(name));
  return [
    ...byName,
    ...all.filter((one) => !byName.includes(one) && has(`${one.name} ${one.also}`)),
  ];
}

/** Without capitals, accents and signs. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}
