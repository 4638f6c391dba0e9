// The sentences of the chat, in English.
import type { ChatMessages } from "./chat.fr";
import { counting } from "./plural";

const count = counting("en");

export const chatEn: ChatMessages = {
  title: "Chat",
  unread: (n) => `Chat: ${n === "1" ? "1 new message" : `${n} new messages`}`,
  unreadNamed: (n) =>
    `Chat: ${n === "1" ? "1 new message" : `${n} new messages`}, and you are named`,
  here: {
    space: { workshop: "with the whole workshop", structure: "with the whole organisation" },
    document: (title) => `beside “${title}”`,
  },
  close: "Close the chat",
  menu: "Menu of the chat",
  quiet: "Quiet on this device",
  quietNow: "No more count and no announcements here. You are still told when somebody names you.",
  turnOff: "Close it for everybody",
  offNow: "The chat is closed for everybody.",
  turnedOff: "The facilitators closed the chat. What you were writing is kept.",
  loading: "Looking for the messages…",
  notLoaded: "The messages could not be read: the server does not answer.",
  again: "Try again",
  none: "Nobody has written anything here yet.",
  noneHint: "A question, a link, “we go on at two”: what has no place in the text.",
  messages: "Messages",
  older: "Earlier messages",
  fresh: "New messages",
  toFresh: "Go to the new messages",
  you: "You",
  someone: "Somebody who is no longer here",
  field: "Your message",
  hint: "Write a message…",
  keys: "Enter sends, Shift + Enter begins a line, @ names somebody.",
  send: "Send",
  offline:
    "Without a network nothing is sent. What you write stays here: send it when the network is back.",
  notSent: "The message was not sent: the server does not answer. It stays here, send it again.",
  locked:
    "The workshop is closed for writing: the chat goes on when it is opened again. What you had begun is kept.",
  reader: "You may read: you follow the chat without writing in it.",
  names: (n) => `${count(n, "person", "people")}: arrows to choose, Enter to name.`,
  people: "People",
  actions: (name) => `Actions on the message of ${name}`,
  put: "Put it into the pad",
  putNow: "The message is at the end of the pad.",
  said: (name, body) => `${name}: ${body}`,
  card: "Make a card of it",
  remove: "Delete",
  removeTitle: "Delete this message?",
  removeText: "It is deleted for everybody. There is no way back.",
  removeDo: "Delete",
  heard: (n) => count(n, "new message", "new messages"),
  heardFar: (n) => `Chat: ${count(n, "new message", "new messages")}`,
  named: (name) => `${name} names you in the chat.`,
  namedIn: (name, title) => `${name} names you in the chat: “${title}”.`,
  open: "Open",
};
