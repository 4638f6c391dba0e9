// How messages stand under each other: on which day, where what is new begins, and what goes on from the one above.
import { today, type Day } from "../../day/day";
import type { MessageView } from "../../generated/MessageView";
import type { Messages } from "./changes";

export type Row = {
  message: MessageView;
  /** The day that begins with it. */
  day: Day | null;
  /** Whether it is the first that is new. */
  isFresh: boolean;
  /** Whether it goes on from the one above: by the same person, a moment later. */
  goesOn: boolean;
};

/** What is said within this time goes on. */
const MOMENT_MS = 5 * 60_000;

/** `fresh`: the message where what is new begins. */
export function rowsOf(messages: Messages, fresh: string | null): Row[] {
  return messages.map((message, place) => {
    const above = messages[place - 1];
    const day = today(message.at);
    const isNewDay = !above || today(above.at) !== day;
    const isFresh = message.id === fresh;
    const isSoon = !!above && message.at - above.at < MOMENT_MS;
    const isSame = above?.participant === message.participant;
    return {
      message,
      day: isNewDay ? day : null,
      isFresh,
      goesOn: !isNewDay && !isFresh && isSoon && isSame,
    };
  });
}
