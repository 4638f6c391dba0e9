// Puts many blocks into a pad piece by piece: the page answers in between, others see them come, and one undo takes them away.
import type { Node } from "prosemirror-model";
import { closeHistory } from "prosemirror-history";
import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { answered } from "../../../ui/piecemeal";
import { depthOf, pieceOf } from "../undo/deeds";
import { Pieces } from "./pieces";
import { nextPlace, placeNext } from "./place";
import { caretAt, land, putPiece } from "./put";

/** How far it is, from 0 to 1. Says whether it is to go on. */
export type Watch = (share: number) => boolean;

/** Letters of the first piece, and fewest and most of one; how long one may take is what they are fitted to. */
const [FIRST_UNITS, UNITS_MIN, UNITS_MAX] = [800, 200, 4000];
const PIECE_MS = 25;

/**
 * Puts blocks in the place of the selection, the first of them at once. It ends early when `watch` says so, when the person
 * undoes it meanwhile, and when they may write no more.
 */
export async function flow(view: EditorView, blocks: readonly Node[], watch: Watch): Promise<void> {
  const name = {};
  const landing = land(view.state, blocks);
  const pieces = new Pieces(landing.blocks, !landing.isWhole);
  const { transaction, isWhole } = landing;
  let units = FIRST_UNITS;
  let end = putPiece(transaction, landing, pieces.next(units));
  transaction.setSelection(caretAt(transaction.doc, end)).scrollIntoView();
  let depth = shows(view, name, transaction, end);
  while (!pieces.isDone) {
    await answered();
    if (!mayGoOn(view, depth) || !watch(pieces.share)) return;
    const start = performance.now();
    const { tr } = view.state;
    const from = nextPlace(view.state) ?? tr.selection.from;
    const isHere = tr.selection.eq(caretAt(tr.doc, from));
    end = putPiece(tr, { from, to: from, isWhole }, pieces.next(units));
    if (isHere) tr.setSelection(caretAt(tr.doc, end));
    depth = shows(view, name, tr, end);
    units = fitted(units, performance.now() - start);
  }
  // What is typed next is undone by itself.
  view.dispatch(closeHistory(placeNext(view.state.tr, null)));
}

/** Shows a piece; returns how deep the history is then. */
function shows(view: EditorView, name: object, transaction: Transaction, end: number): number {
  view.dispatch(pieceOf(name, placeNext(transaction, end).setMeta("paste", true)));
  return depthOf(view.state);
}

function mayGoOn(view: EditorView, depth: number): boolean {
  return !view.isDestroyed && view.editable && depthOf(view.state) >= depth;
}

function fitted(units: number, tookMs: number): number {
  const wanted = (units * PIECE_MS) / Math.max(1, tookMs);
  return Math.round(Math.min(UNITS_MAX, Math.max(UNITS_MIN, (units + wanted) / 2)));
}
