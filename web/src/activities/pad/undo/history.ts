// Undo and redo of what this person did, and of nothing else.
import { history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { ReplaceStep, type Step } from "prosemirror-transform";
import { SplicesStep } from "./splices";

/** What is pasted in pieces is many of them. */
const DEEDS_MAX = 5000;

/** ProseMirror's history, except that undoing an insertion spares what others wrote inside it. */
export function ownHistory(): Plugin {
  const { spec } = history({ depth: DEEDS_MAX });
  const { state } = spec;
  if (!state) throw new TypeError("a history has a state");
  return new Plugin({
    ...spec,
    state: {
      ...state,
      apply: (transaction, value, before, after) =>
        transaction.getMeta(FORGET) === true
          ? (state.init.call(state, {}, after) as unknown)
          : (state.apply.call(state, sparing(transaction), value, before, after) as unknown),
    },
  });
}

/** Makes a transaction forget all there was to undo and redo. */
export function forgetHistory(transaction: Transaction): Transaction {
  return transaction.setMeta(FORGET, true);
}

const FORGET = "pad-forget-history";

/** The transaction as the history sees it: each step is undone by one that spares. */
function sparing(transaction: Transaction): Transaction {
  const steps = transaction.steps.map((step) => ({
    invert: (page: Node) => sparingInverse(step, page),
  }));
  return Object.create(transaction, { steps: { value: steps } }) as Transaction;
}

function sparingInverse(step: Step, page: Node): Step {
  const inverse = step.invert(page);
  return inverse instanceof ReplaceStep ? new SplicesStep([inverse]) : inverse;
}
