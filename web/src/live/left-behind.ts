// Documents that were deleted while this device may still hold a copy of them: remembered until the copy is let go of, so that
// a page that is loaded again still speaks of what was never sent.
import { keptHere, keysHere, type KeptHere } from "../sync/kept-here";
import { isRecord, isText, readDocuments, type ListedDocument } from "../sync/views";

const prefix = "atelier-deleted-";

type LeftBehind = { space: string; document: ListedDocument };

const kept = (document: string): KeptHere<LeftBehind> => keptHere(prefix + document, read);

/** Remembers a document of a space, as it was last listed. */
export function leaveBehind(space: string, document: ListedDocument): void {
  kept(document.id).save({ space, document });
}

/** Those of a space whose copies were not let go of. */
export function leftBehind(space: string): ListedDocument[] {
  const all = keysHere(prefix).flatMap((document) => kept(document).load() ?? []);
  return all.filter((left) => left.space === space).map(({ document }) => document);
}

/** The copy of a document is gone. */
export function letGo(document: string): void {
  kept(document).forget();
}

function read(value: unknown): LeftBehind | null {
  if (!isRecord(value) || !isText(value.space)) return null;
  const [document] = readDocuments([value.document]) ?? [];
  return document ? { space: value.space, document } : null;
}
