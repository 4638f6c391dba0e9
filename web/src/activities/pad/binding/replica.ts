// The one document a binding reads and writes, wherever it is kept.
import * as Automerge from "@automerge/automerge/slim";
import type { DocHandle } from "@automerge/automerge-repo/slim";
import type { PadDocument } from "./pad-document";
import type { PadDoc } from "./body";

/**
 * A document that can be read and changed.
 *
 * Only the present is changed: `Automerge.changeAt` makes changes that refer to what their own past
 * does not hold, and a third person who has less cannot apply them.
 */
export type Replica = {
  /** The document as it is. */
  document(): PadDoc;
  /** Changes the document. */
  edit(change: (draft: PadDoc) => void): void;
};

/** The document behind a handle of automerge-repo. */
export function replicaOf(handle: DocHandle<PadDocument>): Replica {
  return {
    document: () => handle.doc(),
    edit: (change) => {
      handle.update((document) => Automerge.change(document, change));
    },
  };
}
