// Steps as a document is written by them: one place after another.
import type { Node } from "prosemirror-model";
import { Transform, type Step } from "prosemirror-transform";
import { SplicesStep } from "../undo/splices";

/** Steps done to a page; of a step in parts, each part. */
export function partByPart(page: Node, steps: readonly Step[]): Transform {
  const transform = new Transform(page);
  for (const step of steps.flatMap(partsOf)) transform.step(step);
  return transform;
}

function partsOf(step: Step): readonly Step[] {
  return step instanceof SplicesStep ? step.inOrder() : [step];
}
