// The shape of the document a pad edits.
import type { ImmutableString } from "@automerge/automerge/slim";
import type { DocHandle, DocHandleEphemeralMessagePayload } from "@automerge/automerge-repo/slim";

/** The root of a pad document; the server writes it, clients only change the body. */
export type PadDocument = {
  kind: ImmutableString;
  version: number;
  /** The text with its block markers. Positions in it count UTF-16 units. */
  body: string;
  /** What is said about passages; missing until the server has given an older pad its place for it. */
  comments?: unknown;
};

/** The document of a pad, ready. */
export type PadHandle = DocHandle<PadDocument>;

/** What somebody else who has it open said, which is never stored. */
export type PadMessage = DocHandleEphemeralMessagePayload<PadDocument>;
