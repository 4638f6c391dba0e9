// Reads a card and what is on it.
import type { Attachment, Card, Check, Comment } from "../contract";
import { colour } from "./colour";
import { ID_CHARS_MAX } from "../../../document/limits";
import {
  day,
  entries,
  followed,
  here,
  members,
  number,
  rank,
  text,
  type Fields,
} from "../../../document/fields";
import { COMMENT_CHARS_MAX, DESCRIPTION_CHARS_MAX, TITLE_CHARS_MAX } from "./limits";
import { byId, byRank } from "../../../document/order";

/** The card as it stands in the document: its column and labels may not be there. */
export function readCard(id: string, card: Fields): Card {
  const done = card["done"] === true;
  return {
    id,
    title: text(card["title"], TITLE_CHARS_MAX),
    description: text(card["description"], DESCRIPTION_CHARS_MAX),
    column: text(card["column"], ID_CHARS_MAX),
    rank: rank(card["rank"]),
    people: members(card["people"]),
    labels: members(card["labels"]),
    start: day(card["start"]),
    due: day(card["due"]),
    done,
    doneAt: done ? number(card["doneAt"]) : 0,
    cover: colour(card["cover"]),
    template: card["template"] === true,
    checks: entries(card["checks"]).map(readCheck).sort(byRank),
    comments: entries(card["comments"]).map(readComment).sort(byTime),
    attachments: entries(card["attachments"]).map(readAttachment).sort(byTime),
    from: here(card["from"]),
    fromTitle: text(card["fromTitle"], TITLE_CHARS_MAX),
    created: number(card["created"]),
    createdBy: text(card["createdBy"], ID_CHARS_MAX),
    updated: number(card["updated"]),
    archived: number(card["archived"]),
    deleted: number(card["deleted"]),
  };
}

function readCheck([id, check]: [string, Fields]): Check {
  return {
    id,
    text: text(check["text"], TITLE_CHARS_MAX),
    rank: rank(check["rank"]),
    done: check["done"] === true,
    due: day(check["due"]),
  };
}

function readComment([id, comment]: [string, Fields]): Comment {
  return {
    id,
    by: text(comment["by"], ID_CHARS_MAX),
    at: number(comment["at"]),
    edited: number(comment["edited"]),
    text: text(comment["text"], COMMENT_CHARS_MAX),
  };
}

function readAttachment([id, attachment]: [string, Fields]): Attachment {
  return {
    id,
    title: text(attachment["title"], TITLE_CHARS_MAX),
    url: followed(attachment["url"]),
    bytes: number(attachment["bytes"]),
    by: text(attachment["by"], ID_CHARS_MAX),
    at: number(attachment["at"]),
  };
}

function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || byId(a, b);
}
