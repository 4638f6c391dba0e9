// Where a page is cut between the halves of a character.
//
// A page counts UTF-16 units and can hold half of a character; a document holds whole ones. It takes
// out more than half, and puts what is inserted between halves beside them.
import type { Node } from "prosemirror-model";
import { ReplaceAroundStep, ReplaceStep, type Step } from "prosemirror-transform";

/** Whether a step takes out or inserts something between the halves of a character of its page. */
export function cutsCharacter(step: Step, page: Node): boolean {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false;
  return isInCharacter(page, step.from) || isInCharacter(page, step.to);
}

function isInCharacter(page: Node, position: number): boolean {
  const { nodeBefore, nodeAfter } = page.resolve(position);
  const [before, after] = [nodeBefore?.text ?? "", nodeAfter?.text ?? ""];
  return /[\ud800-\udbff]$/.test(before.slice(-1)) && /^[\udc00-\udfff]/.test(after);
}
