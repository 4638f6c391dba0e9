// What is said about passages of a pad, as it is read: docs/documents.md says what each field means.

export type Words = {
  /** The key of a reply; the comment's own. */
  id: string;
  /** Who wrote it, by the document's word: one of its actors. */
  actor: string;
  /** The participant it says to be of. */
  by: string;
  /** Milliseconds since 1970, as all times here; 0 for never. */
  at: number;
  edited: number;
  deleted: number;
  text: string;
};

export type Comment = Words & {
  /** The passage as it was when the comment was made. */
  quote: string;
  resolved: number;
  resolvedBy: string;
  replies: Words[];
};
