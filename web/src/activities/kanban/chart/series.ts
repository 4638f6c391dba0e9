// How many cards were open and how many were done, day after day.
import type { Card } from "../contract";
import { addDays, daysBetween, today as dayOf, type Day } from "../../../day/day";

export type Point = { day: Day; open: number; done: number };
export type Standing = { open: number; done: number; doneLately: number };
type Dated = Pick<
  Card,
  "template" | "created" | "updated" | "done" | "doneAt" | "archived" | "deleted"
>;
/** From when a card is there, done, and gone; null: it is not. */
type Life = { from: Day; done: Day | null; gone: Day | null };

/** As many as a line shows and a table is read. */
export const POINTS_MAX = 60;
/** What is lately, in days. */
const LATELY_DAYS = 28;

/** The ends of days from the first card to today, evenly apart, at most `POINTS_MAX`. Empty without cards. */
export function series(cards: readonly Dated[], today: Day): Point[] {
  const lives = livesOf(cards, today);
  const first = lives.reduce((least, { from }) => (from < least ? from : least), today);
  if (lives.length === 0) return [];
  return daysFrom(first, today).map((day) => ({ day, ...countOn(lives, day) }));
}

/** How it stands today. */
export function standing(cards: readonly Dated[], today: Day): Standing {
  const lives = livesOf(cards, today);
  const since = addDays(today, -LATELY_DAYS);
  const lately = lives.filter((life) => isDoneOn(life, today) && (life.done ?? "") > since);
  return { ...countOn(lives, today), doneLately: lately.length };
}

function daysFrom(first: Day, last: Day): Day[] {
  const length = daysBetween(first, last);
  const steps = Math.min(length, POINTS_MAX - 1);
  if (steps === 0) return [last];
  return Array.from({ length: steps + 1 }, (_, n) =>
    addDays(first, Math.round((n * length) / steps)),
  );
}

function countOn(lives: readonly Life[], day: Day): { open: number; done: number } {
  const there = lives.filter(({ from, gone }) => from <= day && (gone === null || gone > day));
  const done = there.filter((life) => isDoneOn(life, day)).length;
  return { open: there.length - done, done };
}

function isDoneOn({ done, gone }: Life, day: Day): boolean {
  return done !== null && done <= day && (gone === null || gone > day);
}

function livesOf(cards: readonly Dated[], today: Day): Life[] {
  return cards.filter(({ template }) => !template).map((card) => lifeOf(card, today));
}

function lifeOf(card: Dated, today: Day): Life {
  // A clock that was ahead must not put anything after today.
  const at = (ms: number): Day => {
    const day = dayOf(ms);
    return day < today ? day : today;
  };
  const times = [card.created, card.doneAt, card.updated].filter((ms) => ms > 0);
  const from = times.length > 0 ? at(card.created || Math.min(...times)) : today;
  const done = card.done ? at(card.doneAt || card.updated || card.created) : null;
  // What was done and then put away stays done: that is what putting away is for.
  const left = card.deleted || (card.done ? 0 : card.archived);
  return { from, done, gone: left > 0 ? at(left) : null };
}
