// Cards for tests, with only what a test is about.
import type { Card, Check, Column, Comment, Label } from "../contract";

export const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  title: id,
  description: "",
  column: "c1",
  rank: id,
  people: [],
  labels: [],
  start: "",
  due: "",
  done: false,
  doneAt: 0,
  cover: "",
  template: false,
  checks: [],
  comments: [],
  attachments: [],
  from: "",
  fromTitle: "",
  created: 0,
  createdBy: "",
  updated: 0,
  archived: 0,
  deleted: 0,
  ...more,
});

export const column = (id: string, more: Partial<Column> = {}): Column => ({
  id,
  title: id,
  rank: id,
  colour: "",
  limit: 0,
  done: false,
  archived: 0,
  deleted: 0,
  ...more,
});

export const label = (id: string, title: string): Label => ({ id, title, colour: "red", rank: id });
export const line = (text: string): Check => ({ id: text, text, rank: "a", done: false, due: "" });
export const comment = (text: string): Comment => ({ id: text, by: "p", at: 0, edited: 0, text });
