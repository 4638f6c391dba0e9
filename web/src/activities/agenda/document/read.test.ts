// The golden agenda is written by the server's side and read by both: see `docs/documents.md`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { readAgenda } from "./read";

beforeAll(ready);

const golden = (extension: string): Uint8Array =>
  readFileSync(
    join(import.meta.dirname, `../../../../../crdt/golden/agenda-from-server.${extension}`),
  );

test("the agenda of the other side is read as it reads it itself", () => {
  const agenda = readAgenda(Automerge.load(golden("automerge")));
  expect(agenda).toEqual(JSON.parse(new TextDecoder().decode(golden("json"))));
});

test("what is no agenda is an empty one", () => {
  for (const strange of [null, 3, "x", [], { days: 3, steps: "x" }])
    expect(readAgenda(strange)).toEqual({ days: [], waiting: [] });
});
