// A step that makes a block another one and leaves its text where it is.
//
// ProseMirror's own way, replacing around the text, becomes the making of a block where others have
// taken the block away meanwhile.
import { Fragment, Slice, type Node } from "prosemirror-model";
import { Step, StepMap, StepResult, type Mappable } from "prosemirror-transform";
import type { Block } from "./block";

export class RewriteStep extends Step {
  readonly position: number;
  readonly wanted: Block;

  /** `position` is the one before the block. */
  constructor(position: number, wanted: Block) {
    super();
    this.position = position;
    this.wanted = wanted;
  }

  override apply(page: Node): StepResult {
    const block = page.nodeAt(this.position);
    if (block?.isTextblock !== true) return StepResult.fail("there is no block to rewrite");
    const { type, attrs } = this.wanted;
    const opening = new Slice(Fragment.from(type.create(attrs)), 0, 1);
    return StepResult.fromReplace(page, this.position, this.position + 1, opening);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(page: Node): RewriteStep {
    const { type, attrs } = page.nodeAt(this.position) ?? this.wanted;
    return new RewriteStep(this.position, { type, attrs });
  }

  /** Where the block is gone, there is nothing to rewrite. */
  override map(mapping: Mappable): RewriteStep | null {
    const { pos, deletedAfter } = mapping.mapResult(this.position, 1);
    return deletedAfter ? null : new RewriteStep(pos, this.wanted);
  }

  override toJSON(): unknown {
    const { type, attrs } = this.wanted;
    return { stepType: "rewrite", position: this.position, block: type.name, attrs };
  }
}
