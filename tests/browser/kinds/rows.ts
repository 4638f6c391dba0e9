// Every kind of document, as the product lists them, with its row for the journeys here.
import { readFileSync } from "node:fs";
import { agenda } from "./agenda.ts";
import { kanban } from "./kanban.ts";
import { pad } from "./pad.ts";
import type { KindRow } from "./row.ts";
import { round } from "./round.ts";
import { vote } from "./vote.ts";
import { wall } from "./wall.ts";

const rows: Record<string, KindRow> = { pad, vote, kanban, agenda, round, wall };

const WEB = new URL("../../../web/src/", import.meta.url);

/** The words of the kinds there are, from the list that the server generates for the web. */
export const kinds: readonly string[] = wordsIn(
  readFileSync(new URL("generated/DocumentKind.ts", WEB), "utf8"),
);

function wordsIn(source: string): string[] {
  const [, union = ""] = /type DocumentKind = (.+);/.exec(source) ?? [];
  return [...union.matchAll(/"([a-z-]+)"/g)].map(([, word = ""]) => word);
}

export function rowOf(kind: string): KindRow {
  const row = Object.hasOwn(rows, kind) ? rows[kind] : undefined;
  if (row) return row;
  throw new Error(
    `the kind "${kind}" has no row in tests/browser/kinds/rows.ts: say there how people contribute to it`,
  );
}

/** The windows of a kind, by what they are for. */
export function windowsOf(kind: string): [string, KindRow["windows"][string]][] {
  return Object.entries(rows[kind]?.windows ?? {});
}

/** The words of rows whose kind is no more. */
export const orphans = Object.keys(rows).filter((word) => !kinds.includes(word));

/** What the button and the window say that make a document of a kind, in French. */
export async function makingOf(kind: string): Promise<{ button: string; title: string }> {
  const words = new URL(`activities/${kind}/words/create.fr.ts`, WEB);
  const { createFr } = (await import(words.href)) as {
    createFr: { button: string; title: string };
  };
  return createFr;
}
