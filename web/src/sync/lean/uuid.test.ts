import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as ours from "./uuid";

const RFC_9562 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const REPO = join(import.meta.dirname, "../../../node_modules/@automerge/automerge-repo/dist");

test("a name is a random UUID, in words or in bytes", () => {
  const names = Array.from({ length: 200 }, () => ours.v4());
  for (const name of names) expect(name).toMatch(RFC_9562);
  expect(new Set(names).size).toBe(names.length);
  const bytes = new Uint8Array(16);
  expect(ours.v4(null, bytes)).toBe(bytes);
  expect([(bytes[6] ?? 0) >> 4, (bytes[8] ?? 0) >> 6]).toEqual([4, 2]);
});

test("automerge-repo asks for nothing else", () => {
  const files = readdirSync(REPO, { recursive: true, encoding: "utf8" });
  const asked = files
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => [...readFileSync(join(REPO, file), "utf8").matchAll(/\bUuid\.\w+\([^)]*/g)])
    .map(([call]) => call.replace(/(?<=\()(?:str|id)$/, "name"));
  const known = [
    "Uuid.parse(name",
    "Uuid.v4(",
    "Uuid.v4(null, new Uint8Array(16",
    "Uuid.validate(name",
  ];
  expect([...new Set(asked)].sort()).toEqual(known);
});
