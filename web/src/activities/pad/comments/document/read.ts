// Reads comments, whatever anybody wrote there.
import { actorOf } from "../../../../document/author";
import { entries, fields, number, text, type Fields } from "../../../../document/fields";
import { ID_CHARS_MAX } from "../../../../document/limits";
import { compare } from "../../../../document/order";
import type { Comment, Words } from "../contract";
import { COMMENT_CHARS_MAX, COMMENTS_MAX, QUOTE_CHARS_MAX, REPLIES_MAX } from "./limits";

/**
 * The comments in the map of a pad, the oldest first. What was taken back is among them only while somebody's answer stands
 * under it.
 */
export function readComments(map: unknown): Comment[] {
  return entries(map)
    .map(([id, found]) => comment(id, found))
    .filter(({ deleted, replies }) => deleted === 0 || replies.length > 0)
    .sort(byAge)
    .slice(0, COMMENTS_MAX);
}

function comment(id: string, map: Fields): Comment {
  const resolved = number(map["resolved"]);
  return {
    ...words(id, map),
    quote: text(map["quote"], QUOTE_CHARS_MAX),
    resolved,
    resolvedBy: resolved === 0 ? "" : text(map["resolvedBy"], ID_CHARS_MAX),
    replies: entries(fields(map["replies"]))
      .map(([key, reply]) => words(key, reply))
      .filter(({ deleted }) => deleted === 0)
      .sort(byAge)
      .slice(0, REPLIES_MAX),
  };
}

function words(id: string, map: Fields): Words {
  const deleted = number(map["deleted"]);
  return {
    id,
    actor: actorOf(map),
    by: text(map["by"], ID_CHARS_MAX),
    at: number(map["at"]),
    edited: number(map["edited"]),
    deleted,
    text: deleted > 0 ? "" : text(map["text"], COMMENT_CHARS_MAX),
  };
}

function byAge(a: Words, b: Words): number {
  return a.at - b.at || compare(a.id, b.id);
}
