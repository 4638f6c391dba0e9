// What the pad asks of the place that shows it, and the shape of the document it edits.
import type { ImmutableString } from "@automerge/automerge/slim";
import type { DocHandle } from "@automerge/automerge-repo/slim";

/** The root of a pad document; the server writes it, clients only change the body. */
export type PadDocument = {
  kind: ImmutableString;
  version: number;
  /** The text with its block markers. Positions in it count UTF-16 units. */
  body: string;
};

/** Somebody who has the pad open, as others see them. */
export type Person = {
  id: string;
  name: string;
  /** Hue of the person's colour, in degrees. */
  hue: number;
};

/** Properties of the component `Pad.svelte`. */
export type PadProperties = {
  /** A handle that is ready. */
  handle: DocHandle<PadDocument>;
  /** Whether this person may write. */
  editable: boolean;
  /** Who is behind a connection; nobody when it is unknown. */
  people: (peerId: string) => Person | null;
  /** Makes cards of an action plan from lines of the pad; undefined where nobody may. */
  makeCards?: ((lines: string[]) => void) | undefined;
  /** Says something to people who do not see the screen, and to the others as a notice. */
  announce: (text: string) => void;
};
