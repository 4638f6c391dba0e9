// How the messages of one place change by what the server tells.
import type { MessageView } from "../../generated/MessageView";
import type { ChatNews } from "../../sync/control-message";
import { isRecord, isText } from "../../sync/views";

export type Messages = readonly MessageView[];

/** What news do to messages; what makes no sense does nothing. */
export function changeBy(news: ChatNews): (messages: Messages) => Messages {
  switch (news.type) {
    case "said": {
      const message = readMessage(news["message"]);
      return message ? (messages) => withMessage(messages, message) : (messages) => messages;
    }
    case "unsaid":
      return (messages) => messages.filter(({ id }) => id !== news["message"]);
    case "left":
      return (messages) =>
        messages.filter(({ participant }) => participant !== news["participant"]);
    default:
      return (messages) => messages;
  }
}

/** In the order in which they were said, whatever the order in which they come. */
export function withMessage(messages: Messages, message: MessageView): Messages {
  const others = messages.filter(({ id }) => id !== message.id);
  const at = others.findLastIndex(({ number }) => number < message.number) + 1;
  return [...others.slice(0, at), message, ...others.slice(at)];
}

/** Reads a message; null when it makes no sense. */
export function readMessage(value: unknown): MessageView | null {
  if (!isRecord(value)) return null;
  const { id, document, participant, body } = value;
  // CBOR integers over 32 bits arrive as bigint.
  const [at, number] = [Number(value["at"]), Number(value["number"])];
  if (!isText(id) || !isText(participant) || !isText(body)) return null;
  if (!(document === null || isText(document)) || !Number.isFinite(at + number)) return null;
  return { id, document, participant, body, at, number };
}
