// A month as a calendar shows it: weeks from Monday to Sunday, with the cards on their days.
import type { Card } from "../contract";
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  isDay,
  weekday,
  type Day,
} from "../../../day/day";

/** A card on one of its days. */
export type Piece = {
  card: Card;
  /** Whether it is due on this day: there it can be taken hold of. Else the day is on the way to it. */
  isDue: boolean;
  /** Whether this is where it begins in this week: there its title stands. */
  isFirst: boolean;
};

/** A day; the places of `pieces` are the same all week, null where another card runs beside. */
export type Cell = { day: Day; isInMonth: boolean; pieces: (Piece | null)[] };
type Span = { card: Card; from: Day; to: Day };

/** No card runs longer than this before its day: a wrong year must not fill the calendar. */
const SPAN_DAYS_MAX = 366;

/** The weeks which hold a day of the month. */
export function weeksOf(month: Day, cards: readonly Card[]): Cell[][] {
  const first = firstOfMonth(month);
  const monday = addDays(first, 1 - weekday(first));
  const weeks = Math.ceil(daysBetween(monday, addMonths(first, 1)) / 7);
  const spans = cards.flatMap(spanOf);
  return Array.from({ length: weeks }, (_, week) =>
    weekFrom(addDays(monday, week * 7), first, spans),
  );
}

/** The days of a month on which something is due, each with its cards. */
export function agendaOf(month: Day, cards: readonly Card[]): { day: Day; cards: Card[] }[] {
  const days = new Map<Day, Card[]>();
  for (const card of cards) {
    if (isDay(card.due) && firstOfMonth(card.due) === firstOfMonth(month)) {
      days.set(card.due, [...(days.get(card.due) ?? []), card]);
    }
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([day, due]) => ({ day, cards: due }));
}

/** The cards that are due on a day or on their way to it. */
export function cardsOn(day: Day, cards: readonly Card[]): Card[] {
  return cards.flatMap(spanOf).flatMap(({ card, from, to }) => {
    return from <= day && day <= to ? [card] : [];
  });
}

/** From its start, when that makes sense, to its day; nothing without a day. */
function spanOf(card: Card): Span[] {
  if (!isDay(card.due)) return [];
  const days = isDay(card.start) ? daysBetween(card.start, card.due) : 0;
  const from = days > 0 && days <= SPAN_DAYS_MAX ? card.start : card.due;
  return [{ card, from, to: card.due }];
}

function weekFrom(monday: Day, month: Day, spans: readonly Span[]): Cell[] {
  const sunday = addDays(monday, 6);
  const lanes = lanesOf(spans.filter(({ from, to }) => from <= sunday && to >= monday));
  return Array.from({ length: 7 }, (_, at) => {
    const day = addDays(monday, at);
    const pieces = lanes.map((lane) => pieceOn(day, monday, lane));
    while (pieces.at(-1) === null) pieces.pop();
    return { day, isInMonth: firstOfMonth(day) === month, pieces };
  });
}

/** Puts spans side by side, the earliest and longest first, each where there is room for all of its days. */
function lanesOf(spans: readonly Span[]): Span[][] {
  const lanes: Span[][] = [];
  const sorted = [...spans].sort((a, b) => compare(a.from, b.from) || compare(b.to, a.to));
  for (const span of sorted) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? "") < span.from);
    if (free) free.push(span);
    else lanes.push([span]);
  }
  return lanes;
}

function pieceOn(day: Day, monday: Day, lane: readonly Span[]): Piece | null {
  const span = lane.find(({ from, to }) => from <= day && day <= to);
  if (!span) return null;
  const isFirst = day === span.from || day === monday;
  return { card: span.card, isDue: day === span.to, isFirst };
}

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);
