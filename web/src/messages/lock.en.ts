// The sentences of a workshop that is closed for writing, in English.
import type { lockFr } from "./lock.fr";

export const lockEn: typeof lockFr = {
  close: "Close for writing",
  open: "Open for writing",
  closed:
    "The workshop is closed for writing: at the moment only the facilitators write. You can read everything. What you wrote without a network is kept on this device and leaves when it is opened again.",
  closedByYou:
    "The workshop is closed for writing: at the moment only the facilitators write. Everybody goes on reading.",
  closes: "The facilitators have just closed the workshop for writing. You can go on reading.",
  opens: "The workshop is open for writing again: you may write wherever you did.",
  isClosed: "The whole workshop is closed for writing.",
  isOpen: "The workshop is open for writing again, for everybody.",
};
