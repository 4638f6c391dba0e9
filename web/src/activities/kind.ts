// What the list of kinds knows of each: the little there is to know before a document of that kind is opened.
import type { LucideProps } from "@lucide/svelte";
import type { Component } from "svelte";
import type { Template } from "../generated/Template";
import type { Place } from "./place";

export type ActivityKind = {
  icon: Component<LucideProps>;
  words: () => KindWords;
  /** How it wants to be laid out: a column to read, a page, or as much as the window has, scrolling inside. */
  layout: "column" | "page" | "window";
  /** Whose changes its documents hold: everybody's who may write, or only the server's, which is asked for each. */
  writer: "people" | "server";
  /** Whether its files may say who wrote in it and what was said about it, as each person chooses. */
  annotated?: true;
  /** Fetches what shows such a document, with its sentences. */
  body: () => Promise<{ default: Component<Place> }>;
};

/** What is said of it before it is open. */
export type KindWords = {
  /** What it can be downloaded as, by the end of the file's name, in the order of the menu. */
  files: Record<string, string>;
  /** What many of them are called, above their list. */
  several: string;
  /** What stands for a title that is not known. */
  untitled: string;
  waiting: string;
  readOnly: string;
};

/** What is said where one is made: on the button, and in its window. */
export type CreateWords = {
  button: string;
  title: string;
  example: string;
  create: string;
  /** What a document may begin with; the first is proposed. None: it begins empty. */
  templates: Partial<Record<Template, string>>;
};
