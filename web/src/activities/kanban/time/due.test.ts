// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { speak } from "../../../messages/say.svelte";
import { dueState, dueWords } from "./due";

const today = "2026-11-23";
const open = (due: string) => ({ due, done: false });

beforeEach(() => speak("fr"));

test("a card stands somewhere towards its day", () => {
  expect(dueState(open(""), today)).toBe("none");
  expect(dueState(open("2026-02-30"), today)).toBe("none");
  expect(dueState(open("2026-11-22"), today)).toBe("late");
  expect(dueState(open(today), today)).toBe("today");
  expect(dueState(open("2026-11-24"), today)).toBe("soon");
  expect(dueState(open("2026-11-30"), today)).toBe("soon");
  expect(dueState(open("2026-12-01"), today)).toBe("later");
  expect(dueState({ due: "2026-11-01", done: true }, today)).toBe("done");
  expect(dueState({ due: "", done: true }, today)).toBe("none");
});

test("its day is said in words, in French", () => {
  expect(dueWords(open(""), today)).toBe("");
  expect(dueWords(open("2026-11-22"), today)).toBe("en retard d’un jour");
  expect(dueWords(open("2026-11-20"), today)).toBe("en retard de 3\u00a0jours");
  expect(dueWords(open(today), today)).toBe("aujourd’hui");
  expect(dueWords(open("2026-11-24"), today)).toBe("demain");
  expect(dueWords(open("2026-11-30"), today)).toBe("lundi 30 novembre");
  expect(dueWords(open("2027-01-01"), today)).toBe("vendredi 1er janvier 2027");
  expect(dueWords({ due: "2026-11-01", done: true }, today)).toBe("terminée");
});

test("its day is said in words, in English", async () => {
  await speak("en");
  expect(dueWords(open("2026-11-22"), today)).toBe("1\u00a0day late");
  expect(dueWords(open("2026-11-20"), today)).toBe("3\u00a0days late");
  expect(dueWords(open("2026-11-24"), today)).toBe("tomorrow");
  expect(dueWords(open("2026-11-30"), today)).toBe("Monday 30 November");
});
