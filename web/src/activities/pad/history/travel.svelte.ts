// Where somebody is in the past of a pad, and how they move through it.
import { historyOf, starsOf, versionOf, type Which } from "../../../api/pads";
import type { SittingView } from "../../../generated/SittingView";
import type { StarView } from "../../../generated/StarView";
import type { VersionView } from "../../../generated/VersionView";
import { messageOf } from "./failed";
import { latest } from "./latest";
import { strideOf, TICK_MS, type Speed } from "./play";

/** What a version is compared with. */
export type Base = "nothing" | "before" | "start" | "visit";

export class Travel {
  readonly #pad: string;
  /** Heads of the last visit on this device, when what is new since then is wanted; none for the first visit. */
  readonly visit: readonly string[] | null;
  /** How many steps there are; 0 until it is known. */
  steps = $state(0);
  /** Where the slider is; the version follows as it arrives. */
  step = $state(0);
  version = $state.raw<VersionView>();
  sittings = $state.raw<readonly SittingView[]>([]);
  stars = $state.raw<readonly StarView[]>([]);
  base = $state<Base>("nothing");
  speed = $state<Speed>("normal");
  isPlaying = $state(false);
  /** Why there is nothing to see. */
  trouble = $state("");
  #next = $state.raw<number | null>(null);
  #start: readonly string[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pad: string, visit: readonly string[] | null) {
    this.#pad = pad;
    this.visit = visit;
    if (visit) this.base = visit.length > 0 ? "visit" : "start";
  }

  /** Begins at the end, or again when it failed. */
  async open(): Promise<void> {
    this.trouble = "";
    try {
      const history = await historyOf(this.#pad);
      this.sittings = history.sittings;
      this.#next = history.next;
      this.steps = history.steps;
      this.step = history.steps;
      this.#look({ step: history.steps });
      await this.lookForStars();
    } catch (error) {
      this.trouble = messageOf(error);
    }
  }

  async lookForStars(): Promise<void> {
    this.stars = (await starsOf(this.#pad)).stars;
  }

  close(): void {
    this.pause();
  }

  /** Whether there is more to show of who wrote. */
  get hasMore(): boolean {
    return this.#next !== null;
  }

  async more(): Promise<void> {
    if (this.#next === null) return;
    const page = await historyOf(this.#pad, this.#next);
    this.sittings = [...this.sittings, ...page.sittings];
    this.#next = page.next;
  }

  /** Goes to a step; those beyond the ends are the ends. */
  goTo(step: number): void {
    this.step = Math.min(this.steps, Math.max(1, step));
    this.#look({ step: this.step });
  }

  /** Goes to exactly this version. */
  goToHeads(at: readonly string[], step: number | null): void {
    this.pause();
    if (step !== null) this.step = step;
    this.#look({ at });
  }

  /** To the next star before or after; where there is none, nowhere. */
  goToStar(way: -1 | 1): void {
    const beyond = this.stars
      .filter(({ step }) => step !== null && (step - this.step) * way > 0)
      .sort((some, other) => ((some.step ?? 0) - (other.step ?? 0)) * way);
    const [star] = beyond;
    if (star) this.goToHeads(star.heads, star.step);
  }

  compare(base: Base): void {
    this.base = base;
    this.#look(this.version ? { at: this.version.heads } : { step: this.step });
  }

  togglePlay(): void {
    if (this.isPlaying) this.pause();
    else this.#play();
  }

  pause(): void {
    this.isPlaying = false;
    clearTimeout(this.#timer);
  }

  /** From the start again when it is at the end. */
  #play(): void {
    this.isPlaying = true;
    if (this.step >= this.steps) this.goTo(1);
    this.#tick();
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.goTo(this.step + strideOf(this.steps, this.speed));
      if (this.step < this.steps) this.#tick();
      else this.isPlaying = false;
    }, TICK_MS[this.speed]);
  }

  readonly #look = latest(async (which: Which) => {
    try {
      this.version = await versionOf(this.#pad, which, await this.#since(which));
      this.steps = Math.max(this.steps, this.version.steps);
      this.trouble = "";
    } catch (error) {
      this.pause();
      this.trouble = messageOf(error);
    }
  });

  /** The heads a version is compared with. */
  async #since(which: Which): Promise<readonly string[] | null> {
    switch (this.base) {
      case "nothing":
        return null;
      case "visit":
        return this.visit;
      case "start":
        this.#start ??= (await versionOf(this.#pad, { step: 1 }, null)).heads;
        return this.#start;
      case "before":
        return (await versionOf(this.#pad, { step: this.#sittingBefore(which) }, null)).heads;
    }
  }

  /** The end of the sitting before the one a version is in: one letter less would tell nobody anything. */
  #sittingBefore(which: Which): number {
    const step = which.step ?? this.step;
    const sitting = this.sittings.find(({ from, to }) => from < step && step <= to);
    return Math.max(1, sitting?.from ?? step - 1);
  }
}
