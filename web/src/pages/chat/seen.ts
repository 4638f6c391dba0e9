// What this device remembers of chats: how far one has read in each, and how one likes them.
import { keptHere, type KeptHere } from "../../sync/kept-here";
import { isRecord } from "../../sync/views";

const prefix = "atelier-chat-";

const readNumber = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

/** The number of the last message that was seen in a place: a space, or a document. */
export const seenIn = (place: string): KeptHere<number> =>
  keptHere(`${prefix}seen-${place}`, readNumber);

/** `isOpen`: beside what one does, where there is room. `isQuiet`: without a count, and nothing is announced. */
export type Habits = { isOpen: boolean; isQuiet: boolean };

export const habits: KeptHere<Habits> = keptHere(`${prefix}habits`, (value) => {
  if (!isRecord(value)) return null;
  return { isOpen: value["isOpen"] === true, isQuiet: value["isQuiet"] === true };
});
