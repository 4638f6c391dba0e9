// Everything people can do to a kanban, each picked by a number: for tests that do anything at all.
import { colours, type Card, type Column, type Kanban } from "../contract";
import * as card from "../document/gestures/card";
import { addCards, copyCard } from "../document/gestures/cards";
import * as columns from "../document/gestures/columns";
import * as labels from "../document/gestures/labels";
import { moveCards, moveColumn } from "../document/gestures/move";
import * as onCard from "../document/gestures/on-card";
import type { Pen } from "../../../document/pen";
import type { OpenKanban } from "../open-kanban";

/** Numbers that say what is done, and to which parts of the kanban. */
export type Step = { what: number; a: number; b: number; c: number };

/** Columns beyond which none is added: with few, people meet in them. */
const COLUMNS_ENOUGH = 8;

/** What a gesture is about. Anything of the kanban may be picked, archived and deleted things too. */
type About = { one: Card; column: Column; other: string | null; flag: boolean; c: number };
type Gesture = (pen: Pen, kanban: Kanban, about: About) => unknown;

/** One of them, if there is any. */
export const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];

const onCards: Gesture[] = [
  (pen, kanban, { column, other }) => addCards(pen, kanban, column.id, ["carte", "autre"], other),
  (pen, kanban, { one, column, other }) => moveCards(pen, kanban, [one.id], column.id, other),
  (pen, kanban, { one, column, other }) =>
    moveCards(pen, kanban, [...new Set([one.id, other ?? one.id])], column.id, null),
  (pen, kanban, { one }) => copyCard(pen, kanban, one, "copie"),
  (pen, _, { one }) => card.remove(pen, one.id, one.deleted === 0),
  (pen, _, { one }) => card.archive(pen, one.id, one.archived === 0),
  (pen, _, { one, flag }) => card.finish(pen, one.id, flag),
];

const onColumns: Gesture[] = [
  (pen, kanban) =>
    kanban.columns.length < COLUMNS_ENOUGH && columns.addColumn(pen, kanban, "colonne"),
  (pen, kanban, { column }) => columns.removeColumn(pen, kanban, column.id),
  (pen, kanban, { column }) => columns.restoreColumn(pen, kanban, column.id),
  (pen, _, { column }) => columns.archiveColumn(pen, column.id, column.archived === 0),
  (pen, kanban, { column, c }) =>
    moveColumn(pen, kanban, column.id, pick(kanban.columns, c)?.id ?? null),
  (pen, _, { column, flag, c }) =>
    columns.changeColumn(pen, column.id, {
      title: `nom ${String(c)}`,
      limit: c,
      done: flag,
      colour: pick(colours, c) ?? "",
    }),
];

const onLabels: Gesture[] = [
  (pen, kanban, { c }) => labels.addLabel(pen, kanban, "étiquette", pick(colours, c) ?? ""),
  (pen, kanban, { c }) => {
    const label = pick(kanban.labels, c);
    if (label) labels.changeLabel(pen, label.id, { title: `nom ${String(c)}` });
  },
  (pen, kanban, { c }) => {
    const label = pick(kanban.labels, c);
    if (label) labels.removeLabel(pen, label.id);
  },
  (pen, kanban, { one, flag, c }) => {
    const label = pick(kanban.labels, c);
    if (label) card.setMember(pen, one.id, "labels", label.id, flag);
  },
];

const onOneCard: Gesture[] = [
  (pen, _, { one, c }) => card.rename(pen, one.id, `titre ${String(c)}`),
  (pen, _, { one, c }) => card.describe(pen, one.id, `${one.description}mot ${String(c)} `),
  (pen, _, { one, flag, c }) =>
    card.setDay(pen, one.id, flag ? "start" : "due", c % 3 ? "2026-12-01" : ""),
  (pen, _, { one, c }) => card.setCover(pen, one.id, pick(colours, c) ?? ""),
  (pen, _, { one, flag }) => card.setTemplate(pen, one.id, flag),
  (pen, _, { one, flag, c }) => card.setMember(pen, one.id, "people", `p${String(c % 6)}`, flag),
  (pen, _, { one, c }) => card.restoreField(pen, one.id, "title", `ancien ${String(c)}`),
];

const inCard: Gesture[] = [
  (pen, _, { one }) => onCard.addChecks(pen, one, ["a", "b"]),
  (pen, _, { one, flag, c }) => {
    const check = pick(one.checks, c);
    if (check) onCard.changeCheck(pen, one, check.id, { done: flag, due: "2026-12-02" });
  },
  (pen, _, { one, c }) => {
    const check = pick(one.checks, c);
    if (check) onCard.moveCheck(pen, one, check.id, pick(one.checks, c + 1)?.id ?? null);
  },
  (pen, _, { one, c }) => {
    const check = pick(one.checks, c);
    if (check) onCard.takeOff(pen, one, "checks", check.id);
  },
  (pen, _, { one }) => onCard.comment(pen, one, "dit"),
  (pen, _, { one, c }) => {
    const said = pick(one.comments, c);
    if (said) onCard.changeComment(pen, one, said.id, `redit ${String(c)}`);
  },
  (pen, _, { one }) =>
    onCard.attach(pen, one, { title: "lien", url: "https://example.org", bytes: 0 }),
];

/** What happens most in life happens most here. */
const written: Gesture[] = [
  ...onCards,
  ...onCards,
  ...onColumns,
  ...onLabels,
  ...onOneCard,
  ...inCard,
];

/** What is not written by a gesture, but takes back or does again what was. */
const taken: ((kanban: OpenKanban) => unknown)[] = [
  (kanban) => kanban.undo(),
  (kanban) => kanban.redo(),
  (kanban) => kanban.last && kanban.undoThis(kanban.last),
];

/** How many things there are to do. */
export const DEEDS = written.length + taken.length;

export function perform(kanban: OpenKanban, { what, a, b, c }: Step): void {
  const { cards, columns: all } = kanban.now;
  const [one, column] = [pick(cards, a), pick(all, b)];
  if (!column) return;
  if (!one) {
    kanban.act("", (pen, now) => addCards(pen, now, column.id, ["première"]));
    return;
  }
  const about = { one, column, other: pick(cards, c)?.id ?? null, flag: c % 2 === 0, c };
  const gesture = written[what % DEEDS];
  if (gesture) kanban.act("", (pen, now) => gesture(pen, now, about));
  else pick(taken, what)?.(kanban);
}
