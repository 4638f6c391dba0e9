// A step that replaces several ranges at once: what undoing an insertion becomes when somebody else
// wrote into the inserted text. Their text is left where it is.
import type { Node } from "prosemirror-model";
import { Slice } from "prosemirror-model";
import {
  ReplaceStep,
  Step,
  StepMap,
  StepResult,
  Mapping,
  type Mappable,
} from "prosemirror-transform";
import { foreignRanges, type Range } from "./foreign";

/** Replacements that apply together; all positions are those before the step, in rising order. */
export class SplicesStep extends Step {
  readonly parts: readonly ReplaceStep[];

  constructor(parts: readonly ReplaceStep[]) {
    super();
    this.parts = parts;
  }

  /** The parts in the order in which they can be applied one after another, the last one first. */
  inOrder(): ReplaceStep[] {
    return [...this.parts].reverse();
  }

  override apply(page: Node): StepResult {
    let result = StepResult.ok(page);
    for (const part of this.inOrder()) {
      if (result.doc) result = part.apply(result.doc);
    }
    return result;
  }

  override getMap(): StepMap {
    return new SplicesMap(this.parts);
  }

  override invert(page: Node): SplicesStep {
    let shift = 0;
    const inverted = this.parts.map((part) => {
      const { from, to, slice } = part;
      const start = from + shift;
      shift += slice.size - (to - from);
      return new ReplaceStep(start, start + slice.size, page.slice(from, to));
    });
    return new SplicesStep(inverted);
  }

  /** What others inserted inside a part cuts it in two. */
  override map(mapping: Mappable): SplicesStep | null {
    const parts = this.parts.flatMap((part) => {
      const mapped = part.map(mapping);
      // The history maps through a mapping, never through a single map.
      const stay = mapping instanceof Mapping ? foreignRanges(part, mapping) : [];
      return mapped instanceof ReplaceStep ? cut(mapped, stay) : [];
    });
    return parts.length === 0 ? null : new SplicesStep(parts);
  }

  override merge(other: Step): SplicesStep | null {
    const [part, ...more] = this.parts;
    const [next, ...others] = other instanceof SplicesStep ? other.parts : [];
    if (!part || !next || more.length + others.length > 0) return null;
    const merged = part.merge(next);
    return merged instanceof ReplaceStep ? new SplicesStep([merged]) : null;
  }

  override toJSON(): unknown {
    return { stepType: "splices", parts: this.parts.map((part) => part.toJSON() as unknown) };
  }
}

/**
 * ProseMirror finds a deleted position again by the number of its range in the map that puts it back, which has to have as many
 * ranges. Here it may have fewer, or shorter ones: then the end of what is put back is the place.
 */
class SplicesMap extends StepMap {
  readonly #parts: readonly ReplaceStep[];

  constructor(parts: readonly ReplaceStep[]) {
    super(parts.flatMap(({ from, to, slice }) => [from, to - from, slice.size]));
    this.#parts = parts;
  }

  /** `value` is the number of the range in its lower 16 bits, and how far into the range the position was. */
  recover(value: number): number {
    const number = Math.min(value & 0xffff, this.#parts.length - 1);
    const before = this.#parts.slice(0, number);
    const shift = before.reduce((sum, { from, to, slice }) => sum + slice.size - (to - from), 0);
    const part = this.#parts[number];
    const offset = number < (value & 0xffff) ? Infinity : Math.floor(value / 0x10000);
    return part ? part.from + shift + Math.min(offset, part.slice.size) : 0;
  }
}

/** The part without the ranges that are to stay. What it inserts is inserted at its start. */
function cut(part: ReplaceStep, stay: readonly Range[]): ReplaceStep[] {
  const parts: ReplaceStep[] = [];
  let from = part.from;
  let slice = part.slice;
  for (const range of stay) {
    if (range.from > from || slice.size > 0)
      parts.push(new ReplaceStep(from, Math.max(from, range.from), slice));
    slice = Slice.empty;
    from = Math.max(from, range.to);
  }
  if (part.to > from || slice.size > 0) parts.push(new ReplaceStep(from, part.to, slice));
  return parts;
}
