import { expect, test } from "vitest";
import type { DocumentNews } from "../sync/control-message";
import { News } from "./news";

const ROUND = { type: "round", voted: 1 };
const BALLOT = { type: "ballot" };

function heardOf(news: News, document: string): { heard: DocumentNews[]; stop: () => void } {
  const heard: DocumentNews[] = [];
  return { heard, stop: news.follow(document, (one) => heard.push(one)) };
}

test("news reach those who follow the document, and nobody else", () => {
  const news = new News();
  const [here, there] = [heardOf(news, "here"), heardOf(news, "there")];
  news.tell("here", ROUND);
  expect(here.heard).toEqual([ROUND]);
  expect(there.heard).toEqual([]);
});

test("who comes later begins with the last of each type", () => {
  const news = new News();
  news.tell("here", ROUND);
  news.tell("here", BALLOT);
  news.tell("here", { ...ROUND, voted: 2 });
  expect(heardOf(news, "here").heard).toEqual([{ ...ROUND, voted: 2 }, BALLOT]);
});

test("who stops following hears no more", () => {
  const news = new News();
  const { heard, stop } = heardOf(news, "here");
  stop();
  news.tell("here", ROUND);
  expect(heard).toEqual([]);
});
