// What the document has that the page does not show yet, while somebody composes.
//
// An input method loses what is being composed when the text under it changes, so changes of others to
// that text wait. What is typed meanwhile is written at its place in the page as the document has it.
import { Slice, type Node } from "prosemirror-model";
import { AttrStep, ReplaceStep, Transform, type Mapping, type Step } from "prosemirror-transform";
import { turnInto } from "./differences";

/** From the page that is shown to the page of the document: the steps that wait. */
export type Ahead = {
  /** The page of the document. */
  page: Node;
  waiting: Transform;
};

/** Steps made to the page that is shown, done to the page of the document, and what is ahead then. */
export type Carried = { transform: Transform; ahead: Ahead };

/** What is ahead of a page that is shown when the document says another. */
export function aheadOf(shown: Node, page = shown): Ahead {
  const waiting = new Transform(shown);
  turnInto(waiting, page);
  return { page, waiting };
}

/** Carries steps over. A step whose place is gone is left out, but never what it inserts. */
export function carry(steps: readonly Step[], ahead: Ahead): Carried {
  const transform = new Transform(ahead.page);
  let { waiting } = ahead;
  for (const step of steps) {
    const carried = mapped(step, waiting.mapping);
    if (carried !== null) attempt(transform, carried);
    waiting = rebased(waiting, step);
  }
  return { transform, ahead: { page: transform.doc, waiting } };
}

/** What is ahead when more happened to the document. */
export function further({ waiting }: Ahead, more: Transform): Ahead {
  for (const step of more.steps) attempt(waiting, step);
  return { page: more.doc, waiting };
}

/** Does a step where it can be done. */
export function attempt(transform: Transform, step: Step): boolean {
  try {
    // ProseMirror would make a text with these attributes, which is no RangeError there.
    if (step instanceof AttrStep && transform.doc.nodeAt(step.pos)?.isText === true) return false;
    return transform.maybeStep(step).failed === null;
  } catch (error) {
    // Some steps throw where others fail: their place is no longer in the page.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function mapped(step: Step, mapping: Mapping): Step | null {
  const carried = step.map(mapping);
  if (carried !== null || !(step instanceof ReplaceStep) || step.slice.openStart > 0)
    return carried;
  const position = mapping.map(step.from);
  return new ReplaceStep(position, position, new Slice(step.slice.content, 0, step.slice.openEnd));
}

// In ProseMirror's collaboration module, but not in the types.
type Mirroring = { setMirror: (number: number, mirror: number) => void };

/** The waiting steps as they are after a step of the page that is shown. */
function rebased(waiting: Transform, step: Step): Transform {
  const way = new Transform(waiting.doc);
  for (let number = waiting.steps.length - 1; number >= 0; number--) {
    const undone = waiting.steps[number]?.invert(waiting.docs[number] ?? waiting.before);
    if (undone) way.step(undone);
  }
  way.step(step);
  const result = new Transform(way.doc);
  waiting.steps.forEach((each, number) => {
    const undoneBy = waiting.steps.length - 1 - number;
    const again = each.map(way.mapping.slice(undoneBy + 1));
    if (again === null || !attempt(way, again)) return;
    (way.mapping as unknown as Mirroring).setMirror(undoneBy, way.steps.length - 1);
    result.step(again);
  });
  return result;
}
