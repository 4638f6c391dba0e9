// An agenda that is open: as it stands, and what one does to it.
import type { Handle } from "../../sync/connection";
import { OpenDocument } from "../../document/open-document.svelte";
import type { Agenda } from "./contract";
import { readAgenda } from "./document/read";

export type OpenAgenda = OpenDocument<Agenda>;

/** `participant`: who one is here. */
export function openAgenda(handle: Handle, participant: string, clock?: () => number): OpenAgenda {
  return new OpenDocument(handle, participant, { read: reader(), texts: [] }, clock);
}

/** The same document is read once: one's own change is told twice. */
function reader(): (document: unknown) => Agenda {
  let last: { document: unknown; agenda: Agenda } | undefined;
  return (document) => {
    if (last && last.document === document) return last.agenda;
    last = { document, agenda: readAgenda(document) };
    return last.agenda;
  };
}
