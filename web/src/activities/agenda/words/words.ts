// The sentences of agendas: fetched with them, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { agendaFr } from "./fr";

/** As `say`. */
export const sayAgenda = sentences<typeof agendaFr>(
  agendaFr,
  async () => (await import("./en")).agendaEn,
);
