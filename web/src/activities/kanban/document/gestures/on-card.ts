// What is on a card: lines to check, comments, links and files.
import type { Card } from "../../contract";
import type { Day } from "../../../../day/day";
import { newId } from "../../../../document/new-id";
import { cut } from "../../../../document/fields";
import {
  ATTACHMENTS_MAX,
  CHECKS_MAX,
  COMMENTS_MAX,
  COMMENT_CHARS_MAX,
  TITLE_CHARS_MAX,
} from "../limits";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import { refuseOver } from "./refusal";
import { touch } from "./touch";

/** Adds lines at the end of the check-list. */
export function addChecks(pen: Pen, card: Card, texts: readonly string[]): void {
  refuseOver("checks", card.checks.length + texts.length, CHECKS_MAX);
  const ids = texts.map(() => newId());
  const ranks = placeAmong(card.checks, ids, null);
  for (const [at, id] of ids.entries()) {
    const text = cut(texts[at] ?? "", TITLE_CHARS_MAX);
    pen.set(onCard(card, "checks", id), { text, rank: ranks.get(id) ?? "", done: false, due: "" });
  }
  touch(pen, card.id);
}

/** What may be changed of a line. */
export type CheckChange = { text?: string; done?: boolean; due?: Day };

export function changeCheck(pen: Pen, card: Card, check: string, change: CheckChange): void {
  const text = change.text === undefined ? {} : { text: cut(change.text.trim(), TITLE_CHARS_MAX) };
  for (const [field, value] of Object.entries({ ...change, ...text }))
    pen.set([...onCard(card, "checks", check), field], value);
  touch(pen, card.id);
}

/** Puts a line before another, or last. */
export function moveCheck(pen: Pen, card: Card, check: string, before: string | null): void {
  const others = card.checks.filter(({ id }) => id !== check);
  for (const [id, rank] of placeAmong(others, [check], before))
    pen.set([...onCard(card, "checks", id), "rank"], rank);
  touch(pen, card.id);
}

export function comment(pen: Pen, card: Card, text: string): void {
  refuseOver("comments", card.comments.length + 1, COMMENTS_MAX);
  const said = cut(text.trim(), COMMENT_CHARS_MAX);
  pen.set(onCard(card, "comments", newId()), { by: pen.by, at: pen.now, edited: 0, text: said });
  touch(pen, card.id);
}

export function changeComment(pen: Pen, card: Card, id: string, text: string): void {
  pen.set([...onCard(card, "comments", id), "text"], cut(text.trim(), COMMENT_CHARS_MAX));
  pen.set([...onCard(card, "comments", id), "edited"], pen.now);
  touch(pen, card.id);
}

/** Attaches an address on the web (no bytes), or a file the server keeps. */
export function attach(
  pen: Pen,
  card: Card,
  file: { title: string; url: string; bytes: number },
): void {
  refuseOver("attachments", card.attachments.length + 1, ATTACHMENTS_MAX);
  const title = cut(file.title.trim(), TITLE_CHARS_MAX) || file.url;
  pen.set(onCard(card, "attachments", newId()), { ...file, title, by: pen.by, at: pen.now });
  touch(pen, card.id);
}

/** Takes a line, a comment or an attachment off the card. */
export function takeOff(
  pen: Pen,
  card: Card,
  what: "checks" | "comments" | "attachments",
  id: string,
): void {
  pen.set(onCard(card, what, id), undefined);
  touch(pen, card.id);
}

function onCard(card: Card, what: string, id: string): string[] {
  return ["cards", card.id, what, id];
}
