// The documents of a space by their kinds, as the side bar lists them.
import type { ListedDocument } from "../../sync/views";

export type Group = Readonly<{ kind: string; documents: readonly ListedDocument[] }>;

/** More of one kind are listed when they are asked for. */
export const LISTED_MAX = 6;

/** Agendas lead through the day and stand first. */
const FIRST = "agenda";

/** One group for each kind that has documents, in the order of `kinds`; what this page does not know stands last. */
export function groupsOf(
  documents: readonly ListedDocument[],
  kinds: readonly string[],
): readonly Group[] {
  const shown = documents.filter(({ archived }) => !archived);
  const order = [FIRST, ...kinds.filter((kind) => kind !== FIRST)];
  const unknown = new Set(shown.map(({ kind }) => kind).filter((kind) => !order.includes(kind)));
  return [...order, ...unknown]
    .map((kind) => ({ kind, documents: shown.filter((document) => document.kind === kind) }))
    .filter((group) => group.documents.length > 0);
}

/** Whether its documents are in view without being asked for. */
export function isListed({ documents }: Group, here: string | null): boolean {
  return documents.length <= LISTED_MAX || documents.some(({ id }) => id === here);
}
