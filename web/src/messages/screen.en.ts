// The sentences of the big screen and of those who keep it, in English.
import { counting } from "./plural";
import type { screenFr } from "./screen.fr";

const count = counting("en");

export const screenEn: typeof screenFr = {
  page: "Big screen",
  waiting: "The screen is coming…",
  over: "This link shows nothing any more",
  overHint: "The facilitators revoked or replaced it. Ask them for the new one.",
  stale: (time) =>
    `Nothing was heard of the server since ${time}. The clock goes on; the rest is of that moment.`,
  join: "To come in",
  address: (host) => host,
  code: "Code",
  noCode: "The door is closed.",
  qr: "Square to photograph to come in",
  wifi: (name) => `Wi-Fi: ${name}`,
  wifiQr: "Square to photograph to join the Wi-Fi",
  next: "Next",
  paused: "paused",
  closed: "Closed for writing",
  present: (n) => count(n, "person is here", "people are here"),
  hands: (n) => count(n, "hand raised", "hands raised"),
  ready: (n) => `${String(n)} ready`,
  voted: (n, of) =>
    `${String(n)} of ${String(of)} ${of === 1 ? "person has" : "people have"} voted`,
  voteOpen: "The vote is open",
  voteClosed: "The vote is closed. The results are coming.",
  dots: (n) => count(n, "dot", "dots"),
  answered: (n) => count(n, "answer", "answers"),
  answersHidden: "The answers are shown together.",
  keep: {
    title: "Screen of the room",
    lead: "A page to project: the code, the step and the time that is left, how the vote stands, the results when you show them. It shows no name and opens nothing.",
    make: "Make the link of the screen",
    again: "Make a new link",
    open: "Open the screen",
    made: "This link is shown once only. Open it on the computer of the projector.",
    exists: "There is a link. A new one replaces it.",
    end: "Revoke the link",
    ended: "The link of the screen shows nothing any more.",
    wifiName: "Name of the Wi-Fi of the room",
    wifiPassword: "Password of the Wi-Fi (leave it empty if there is none)",
    wifiSave: "Show the Wi-Fi",
    wifiSaved: "The screen shows the Wi-Fi.",
    wifiGone: "The screen shows the Wi-Fi no more.",
  },
};
