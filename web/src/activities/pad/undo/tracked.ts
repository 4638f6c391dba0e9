// A position followed through a mapping map by map.
import type { Mapping, StepMap } from "prosemirror-transform";

// ProseMirror's own mappings go by these; they are not in its types.
type Recoverable = { recover: number | null };
type Recovering = { recover: (value: number) => number };

/** A range of positions. */
type Range = { from: number; to: number };

export class TrackedPosition {
  position: number;
  readonly #side: 1 | -1;
  readonly #mapping: Mapping;
  #away: Away | null = null;

  /** `side` is the side of an insertion at the position that it goes to. */
  constructor(position: number, side: 1 | -1, mapping: Mapping) {
    this.position = position;
    this.#side = side;
    this.#mapping = mapping;
  }

  /**
   * Goes through the next map. Where the position was deleted it waits for the map that puts it back;
   * returns what it then jumps over: that came in at the place of the deletion meanwhile.
   */
  follow(map: StepMap, number: number): Range | null {
    if (this.#away === null) this.#move(map, number);
    else if (this.#away.until === number) return this.#return(map, number, this.#away);
    else return this.#wait(map, number, this.#away);
    return null;
  }

  #move(map: StepMap, number: number): void {
    const result = map.mapResult(this.position, this.#side);
    const { recover } = result as unknown as Recoverable;
    const mirror = this.#mapping.getMirror(number);
    this.position = result.pos;
    if (recover === null || mirror === undefined || mirror <= number || mirror >= this.#mapping.to)
      return;
    const place = new TrackedPosition(result.pos, this.#side, this.#mapping);
    this.#away = { until: mirror, recover, place };
  }

  #wait(map: StepMap, number: number, { place }: Away): Range | null {
    const gap = place.follow(map, number);
    this.position = place.position;
    return gap;
  }

  #return(map: StepMap, number: number, { place, recover }: Away): Range | null {
    place.follow(map, number);
    this.position = (map as unknown as Recovering).recover(recover);
    this.#away = null;
    const back = restoredAround(map, this.position);
    const gap =
      this.#side < 0
        ? { from: place.position, to: back.from }
        : { from: back.to, to: place.position };
    return gap.from < gap.to ? gap : null;
  }
}

/** A deleted position: the map that puts it back, what that map goes by, the place it was deleted at. */
type Away = { until: number; recover: number; place: TrackedPosition };

/** What a map put in around a position. */
function restoredAround(map: StepMap, position: number): Range {
  let around = { from: position, to: position };
  map.forEach((_start, _end, from, to) => {
    if (from <= position && position <= to) around = { from, to };
  });
  return around;
}
