// What a new column, card or label is written as: whole, with its empty parts, in one change.
import type { Card, Column, Label } from "../contract";
import type { Plain } from "../../../document/pen";

type Entry = { [key: string]: Plain };

export function newColumn(column: Partial<Column> & { title: string; rank: string }): Entry {
  return { colour: "", limit: 0, done: false, archived: 0, deleted: 0, ...column };
}

export function newLabel(label: Omit<Label, "id">): Entry {
  return { ...label, deleted: 0 };
}

/** What a card is made with; all the rest is empty. */
export type NewCard = Partial<
  Omit<Card, "id" | "people" | "labels" | "checks" | "comments" | "attachments">
> & {
  title: string;
  column: string;
  rank: string;
  created: number;
  createdBy: string;
  people?: readonly string[];
  labels?: readonly string[];
  checks?: { [id: string]: Entry };
  attachments?: { [id: string]: Entry };
};

/** `column`, then `rank`, next to each other: as in every move, whoever wins one wins the other. */
export function newCard({ title, description, column, rank, ...rest }: NewCard): Entry {
  return {
    title,
    description: description ?? "",
    column,
    rank,
    start: "",
    due: "",
    done: false,
    doneAt: 0,
    cover: "",
    template: false,
    from: "",
    fromTitle: "",
    archived: 0,
    deleted: 0,
    comments: {},
    updated: rest.created,
    ...rest,
    people: among(rest.people),
    labels: among(rest.labels),
    checks: rest.checks ?? {},
    attachments: rest.attachments ?? {},
  };
}

function among(ids: readonly string[] = []): Entry {
  return Object.fromEntries(ids.map((id) => [id, true]));
}
