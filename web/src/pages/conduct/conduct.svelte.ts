// The conduct of a workshop on this device: how it stands, counted down each second, and what one does about it.
import { conduct, conductOf } from "../../api/conduct";
import type { ConductDeed } from "../../generated/ConductDeed";
import type { ConductView } from "../../generated/ConductView";
import type { CourseView } from "../../generated/CourseView";
import { explain } from "../../messages/explain";
import { sayConduct } from "../../messages/say-conduct";
import type { ConductNews } from "../../sync/control-message";
import { isRecord, isText } from "../../sync/views";
import { keptHere } from "../../sync/kept-here";
import { announce, complain, notify } from "../../ui/notices.svelte";
import type { Stay } from "../space/stay.svelte";
import { behindOf, isApart, isTriedOut, leftOf, passed, serverNow, type Told } from "./clock";
import { readConduct } from "./read-conduct";
import { ring } from "./sound";

/** Where everybody is called: a document, or the page of the workshop; and by whom. */
export type Call = Readonly<{ document: string | null; by: string }>;

const TICK_MS = 1_000;
/** What one presses so soon after others changed it was decided before one saw that. */
const SEEN_MS = 700;
/** What is pressed several times in a row waits for its turn. */
const isRepeated = ({ type }: ConductDeed): boolean => type === "add";

type Copy = { view: ConductView; wall: number };

function readCopy(value: unknown): Copy | null {
  if (!isRecord(value) || typeof value["wall"] !== "number") return null;
  const view = readConduct(value["view"]);
  return view && { view, wall: value["wall"] };
}

export class Conduct {
  readonly #stay: Stay;
  readonly #space: string;
  #view = $state.raw<ConductView>();
  #told: Told = { server: 0, wall: 0, steady: 0 };
  #now = $state(0);
  #call = $state.raw<Call>();
  /** How many deeds wait for their answer. */
  #pending = 0;
  #turn: Promise<void> = Promise.resolve();
  #followers = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asked = false;
  /** The revision before the last one that others made, and when that was seen here. */
  #decided: { from: number; at: number } = { from: 0, at: -Infinity };
  /** The step and what was left of it when it was last looked at. */
  #before: { run: string; left: number } | undefined;

  constructor(stay: Stay) {
    this.#stay = stay;
    this.#space = stay.store.view.id;
    const copy = this.#kept.load();
    if (copy) {
      const { view, wall } = copy;
      this.#view = view;
      this.#told = {
        server: view.now + Date.now() - wall,
        wall: Date.now(),
        steady: performance.now(),
      };
    }
    this.#look();
    stay.conduct.add((news) => {
      this.#hear(news);
    });
    void this.load();
  }

  /** How it stands; undefined until this device knows. */
  get view(): ConductView | undefined {
    return this.#view;
  }

  /** The step that runs. */
  readonly running: CourseView | undefined = $derived.by(() => {
    const course = this.#view?.course;
    return course && course.ended === null ? course : undefined;
  });

  /** Milliseconds left of the step that runs. */
  readonly left: number = $derived(this.running ? leftOf(this.running, this.#now) : 0);

  /** Minutes behind the agenda; null when nothing runs, or it is tried out at another time of the day. */
  readonly behind: number | null = $derived.by(() => {
    if (!this.running) return null;
    const behind = behindOf(this.running, this.#now);
    return isTriedOut(behind) ? null : behind;
  });

  /** Where everybody is called at the moment. */
  get call(): Call | undefined {
    return this.#call;
  }

  /** One went, or stays. */
  answer(): void {
    this.#call = undefined;
  }

  /** Counts as long as somebody looks. */
  follow(): () => void {
    this.#followers += 1;
    this.#look();
    this.#timer ??= setInterval(() => {
      this.#look();
    }, TICK_MS);
    return () => {
      this.#followers -= 1;
      if (this.#followers > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /** Asks how it stands. Without an answer, what is known goes on. */
  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const sent = performance.now();
      const view = await conductOf(this.#space);
      this.#take(view, (performance.now() - sent) / 2);
    } catch {
      // It is told again when the connection is back.
    } finally {
      this.#asked = false;
    }
  }

  /** Does something on the clock; says so when somebody else was faster. What is pressed again meanwhile was meant once. */
  act(deed: ConductDeed): Promise<void> {
    if (this.#pending > 0 && !isRepeated(deed)) return Promise.resolve();
    this.#pending += 1;
    const done = this.#turn.then(() => this.show((space) => this.#answered(space, deed)));
    return (this.#turn = done.finally(() => (this.#pending -= 1)));
  }

  /** Shows something to the room. */
  async show(asking: (space: string) => Promise<ConductView>): Promise<void> {
    try {
      this.#take(await asking(this.#space));
    } catch (error) {
      complain(explain(error));
    }
  }

  async #answered(space: string, deed: ConductDeed): Promise<ConductView> {
    const answer = await conduct(space, this.#from(deed), deed);
    if (!answer.done) notify(sayConduct().stale);
    return answer.conduct;
  }

  /** The revision it was decided from: two who press 'next' at once mean the same step, whoever is told first. */
  #from(deed: ConductDeed): number {
    const { from, at } = this.#decided;
    const isBlind = !isRepeated(deed) && performance.now() - at < SEEN_MS;
    return isBlind ? from : (this.#view?.revision ?? 0);
  }

  #hear(news: ConductNews | null): void {
    if (news === null) void this.load();
    else if (news.type === "state") {
      const view = readConduct(news["conduct"]);
      if (view) this.#takeFromOthers(view);
    } else if (news.type === "called") this.#called(news);
  }

  #called({ document, by }: ConductNews): void {
    if (!isText(by)) return;
    this.#call = { document: isText(document) ? document : null, by };
  }

  #takeFromOthers(view: ConductView): void {
    const from = this.#view?.revision ?? 0;
    if (view.revision > from && this.#pending === 0)
      this.#decided = { from, at: performance.now() };
    this.#take(view);
  }

  /** `late`: for how long it was on its way, in milliseconds. What is older than what is known is passed over. */
  #take(view: ConductView, late = 0): void {
    if (view.number < (this.#view?.number ?? 0)) return;
    this.#told = { server: view.now + late, wall: Date.now(), steady: performance.now() };
    this.#view = view;
    this.#kept.save({ view, wall: Date.now() - late });
    this.#look();
  }

  get #kept() {
    return keptHere(`atelier-conduct-${this.#space}`, readCopy);
  }

  #look(): void {
    const [wall, steady] = [Date.now(), performance.now()];
    this.#now = serverNow(this.#told, wall, steady);
    if (isApart(this.#told, wall, steady) && this.#stay.isConnected) void this.load();
    this.#tell();
  }

  /** Says what those who do not see the clock should know, and only that. */
  #tell(): void {
    const course = this.#view?.course;
    if (!course || course.ended !== null) {
      this.#before = undefined;
      return;
    }
    const [before, left] = [this.#before, leftOf(course, this.#now)];
    const run = `${course.step.id} ${String(course.began)}`;
    this.#before = { run, left };
    if (!before) return;
    if (before.run !== run) {
      announce(sayConduct().begins(course.step.title, course.step.minutes));
      return;
    }
    const mark = passed(before.left, left);
    if (mark === null) return;
    announce(
      mark === 0 ? sayConduct().ends(course.step.title) : sayConduct().spoken(mark / 60_000),
    );
    if (mark === 0) ring();
  }
}

const conducts = new WeakMap<Stay, Conduct>();

/** The one of a stay. */
export function conductIn(stay: Stay): Conduct {
  const found = conducts.get(stay) ?? new Conduct(stay);
  conducts.set(stay, found);
  return found;
}
