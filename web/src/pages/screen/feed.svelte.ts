// Asks for what a big screen shows, again and again for a whole day: an answer that does not come is given up, and what was
// shown last stays.
import { Failure } from "../../api/client";
import { screenShown } from "../../api/screen";
import type { ScreenView } from "../../generated/ScreenView";
import { keptHere } from "../../sync/kept-here";
import { serverNow, type Told } from "../conduct/clock";
import { readScreen } from "./read-screen";

const ASK_MS = 2_000;
/** A server that restarts or a network that fails is not asked faster than this. */
const ASK_AGAIN_MS = 5_000;
const ANSWER_MS_MAX = 15_000;
/** What is older is said to be. */
const FRESH_MS = 20_000;

type Copy = { view: ScreenView; wall: number };

function readCopy(value: unknown): Copy | null {
  const copy = value as Partial<Copy> | null;
  const view = readScreen(copy?.view);
  return view && typeof copy?.wall === "number" ? { view, wall: copy.wall } : null;
}

export class Feed {
  readonly #secret: string;
  /** For as long as the window is open: a password may be in it. */
  readonly #kept = keptHere("atelier-screen", readCopy, () => sessionStorage);
  #view = $state.raw<ScreenView>();
  #told: Told = { server: 0, wall: 0, steady: 0 };
  #now = $state(0);
  /** When what is shown was told, by the clock of the server. */
  #freshAt = $state(0);
  #isOver = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(secret: string) {
    this.#secret = secret;
    const copy = this.#kept.load();
    if (!copy) return;
    this.#view = copy.view;
    const gone = Date.now() - copy.wall;
    this.#told = { server: copy.view.now + gone, wall: Date.now(), steady: performance.now() };
    this.#freshAt = copy.view.now;
  }

  /** Undefined until something is known. */
  get view(): ScreenView | undefined {
    return this.#view;
  }

  /** The time on the server, to the second. */
  get now(): number {
    return this.#now;
  }

  /** The link shows nothing any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Since when nothing was heard, by the clock of the server; null while all is fresh. */
  readonly staleSince: number | null = $derived(
    this.#now - this.#freshAt > FRESH_MS ? this.#freshAt : null,
  );

  /** Asks and counts until the answer is called. */
  follow(): () => void {
    this.#look();
    this.#ticking = setInterval(() => {
      this.#look();
    }, 1_000);
    void this.#ask();
    return () => {
      clearInterval(this.#ticking);
      clearTimeout(this.#timer);
      this.#isOver = true;
    };
  }

  async #ask(): Promise<void> {
    let wait = ASK_MS;
    try {
      this.#take(await inTime(screenShown(this.#secret)));
    } catch (error) {
      wait = ASK_AGAIN_MS;
      if (isRefusal(error)) this.#end();
    }
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  #take(answer: unknown): void {
    const view = readScreen(answer);
    if (!view) return;
    this.#view = view;
    this.#told = { server: view.now, wall: Date.now(), steady: performance.now() };
    this.#freshAt = view.now;
    this.#kept.save({ view, wall: Date.now() });
    this.#look();
  }

  #end(): void {
    this.#isOver = true;
    this.#view = undefined;
    this.#kept.forget();
  }

  #look(): void {
    this.#now = serverNow(this.#told, Date.now(), performance.now());
  }
}

/** Revoked, or never a link: what is only in the way passes. */
function isRefusal(error: unknown): boolean {
  return error instanceof Failure && ["not_found", "unauthorized", "closed"].includes(error.code);
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Failure("network", ""));
    }, ANSWER_MS_MAX);
    asked.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
