// The sentences about what a document did not take, in English.
import type { unacceptedFr } from "./unaccepted.fr";

export const unacceptedEn: typeof unacceptedFr = {
  title: "Some changes were not accepted",
  text: "They show only on this device. Copy the text if you want to keep it, then take the text shared with the others.",
  byLock:
    "The facilitators locked this document or closed the workshop for writing in the meantime. What you wrote is on this device only, and will be sent as soon as one may write again. You can copy it, or go back to the text shared with the others.",
  copyText: "Copy the text",
  takeShared: "Take the shared text",
};
