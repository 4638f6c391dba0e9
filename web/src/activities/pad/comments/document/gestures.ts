// What one does with comments. A key is new and nobody else's, so that whatever is done at the same time merges.
import { cut } from "../../../../document/fields";
import { newId } from "../../../../document/new-id";
import type { Pen } from "../../../../document/pen";
import type { Comment } from "../contract";
import { COMMENT_CHARS_MAX, COMMENTS_MAX, QUOTE_CHARS_MAX, REPLIES_MAX } from "./limits";

/** Whether there is room for one more. */
export const hasRoom = (comments: readonly Comment[]): boolean => comments.length < COMMENTS_MAX;
export const hasRoomIn = ({ replies }: Comment): boolean => replies.length < REPLIES_MAX;

/** Says something about a passage. */
export function comment(pen: Pen, id: string, quote: string, said: string): void {
  pen.set(["comments", id], {
    ...words(pen, said),
    quote: cut(quote, QUOTE_CHARS_MAX),
    resolved: 0,
    resolvedBy: "",
    replies: {},
  });
}

export function reply(pen: Pen, { id }: Comment, said: string): void {
  pen.set(["comments", id, "replies", newId()], words(pen, said));
}

/** Says it otherwise. `key` is a reply's, or the comment's own. */
export function reword(pen: Pen, of: Comment, key: string, said: string): void {
  pen.set([...wayTo(of, key), "text"], cut(said, COMMENT_CHARS_MAX));
  pen.set([...wayTo(of, key), "edited"], pen.now);
}

/** Takes words back. Their text goes: what others still hold of it they may have read. */
export function takeBack(pen: Pen, of: Comment, key: string): void {
  pen.set([...wayTo(of, key), "text"], "");
  pen.set([...wayTo(of, key), "deleted"], pen.now);
}

/** Settles it, or opens it again. */
export function resolve(pen: Pen, { id }: Comment, isResolved: boolean): void {
  pen.setTogether([
    { path: ["comments", id, "resolved"], value: isResolved ? pen.now : 0 },
    { path: ["comments", id, "resolvedBy"], value: isResolved ? pen.by : "" },
  ]);
}

const wayTo = ({ id }: Comment, key: string): string[] =>
  key === id ? ["comments", id] : ["comments", id, "replies", key];

function words(pen: Pen, said: string) {
  const text = cut(said, COMMENT_CHARS_MAX);
  return { by: pen.by, at: pen.now, edited: 0, deleted: 0, text };
}
