// Reads an agenda out of its document, whatever stands there. `docs/documents.md` has the rules; the server has the same.
import {
  day as date,
  entries,
  fields,
  followed,
  number,
  rank,
  text,
  type Fields,
} from "../../../document/fields";
import { ID_CHARS_MAX } from "../../../document/limits";
import { byRank } from "../../../document/order";
import { STEP_KINDS, type Agenda, type Day, type Step } from "../contract";
import { DAY_MINUTES, NOTES_CHARS_MAX, STEP_MINUTES_MAX, TITLE_CHARS_MAX } from "./limits";

/** Every step that was not thrown away is in one place: those of a day that is not there wait for another. */
export function readAgenda(document: unknown): Agenda {
  const root = fields(document);
  const days = live(root["days"]).map(readDay).sort(byRank);
  const steps = live(root["steps"]).map(([id, step]) => ({
    day: text(step["day"], ID_CHARS_MAX),
    step: readStep(id, step),
  }));
  const isThere = new Set(days.map(({ id }) => id));
  const of = (is: (day: string) => boolean): Step[] =>
    steps
      .filter(({ day }) => is(day))
      .map(({ step }) => step)
      .sort(byRank);
  return {
    days: days.map((day) => ({ ...day, steps: of((id) => id === day.id) })),
    waiting: of((id) => !isThere.has(id)),
  };
}

function live(value: unknown): [string, Fields][] {
  return entries(value).filter(([, map]) => number(map["deleted"]) === 0);
}

function readDay([id, day]: [string, Fields]): Day {
  return {
    id,
    title: text(day["title"], TITLE_CHARS_MAX),
    date: date(day["date"]),
    start: Math.min(number(day["start"]), DAY_MINUTES - 1),
    rank: rank(day["rank"]),
    steps: [],
  };
}

function readStep(id: string, step: Fields): Step {
  const kind = text(step["kind"], TITLE_CHARS_MAX);
  return {
    id,
    title: text(step["title"], TITLE_CHARS_MAX),
    minutes: Math.min(number(step["minutes"]), STEP_MINUTES_MAX),
    kind: STEP_KINDS.find((word) => word === kind) ?? "practice",
    rank: rank(step["rank"]),
    fixed: fixed(step["fixed"]),
    free: step["free"] === true,
    document: text(step["document"], ID_CHARS_MAX),
    link: followed(step["link"]),
    brick: text(step["brick"], ID_CHARS_MAX),
    notes: text(step["notes"], NOTES_CHARS_MAX),
  };
}

/** A minute of the day; none for what is no number, or another day's. */
function fixed(value: unknown): number | null {
  const whole = typeof value === "bigint" ? Number(value) : value;
  if (typeof whole !== "number" || !Number.isInteger(whole)) return null;
  return whole >= 0 && whole < DAY_MINUTES ? whole : null;
}
