// What every document is given by the page that shows it.
import type { RoleView } from "../generated/RoleView";
import type { Handle } from "../sync/connection";
import type { DocumentNews } from "../sync/control-message";

/** Properties of the component that shows a document. */
export type Place = {
  /** The document, ready. */
  handle: Handle;
  id: string;
  /** The space it belongs to. */
  space: string;
  /** What one may do here: a reader's, also where one may do more in the space but not in this document. */
  role: RoleView;
  /** Whether one holds the space: may delete what others attached. */
  holds: boolean;
  /** Who the one who looks at it is. */
  participant: string;
  /** Everybody of the space. */
  people: readonly Person[];
  /** The documents of the space that were not put away, in their order. */
  documents: readonly { id: string; kind: string; title: string }[];
  /** Whose an ephemeral message is, by its `senderId`; nobody's when that is unknown. */
  personAt: (sender: string) => Person | null;
  /** What somebody is called; null for who is not of the space, or no longer. */
  nameOf: (participant: string) => string | null;
  /** Whether those who facilitate alone write in it. */
  isLocked: boolean;
  /** Locks it, or opens it again; undefined where one may not. */
  turnLock: (() => void) | undefined;
  isConnected: boolean;
  /** Hears what the server tells of this document besides its changes, until what is returned is called. */
  onNews: (hear: (news: DocumentNews) => void) => () => void;
  /** Whether something of this person is still on its way to the server; for what is not written in the document. */
  onsending: (state: Sending) => void;
  /** Says how a line from elsewhere is put at the end of it; undefined while it cannot be. */
  ontaking: (take: ((line: string) => Promise<void>) | undefined) => void;
  /** Makes cards of an action plan, a line each; undefined where one may not. */
  makeCards: ((lines: readonly string[]) => void) | undefined;
};

/** `waiting`: for the network. */
export type Sending = "none" | "sending" | "waiting";

export type Person = {
  id: string;
  name: string;
  role: RoleView;
  /** Hue of the person's colour, in degrees. */
  hue: number;
};
