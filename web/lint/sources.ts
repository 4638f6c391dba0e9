// The source text of the app, for tests that look for what nobody uses.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Source = { path: string; text: string; isTest: boolean };

const ROOT = join(import.meta.dirname, "../src");

/** All of it but what is generated. `path` begins with a slash. */
export const sources: readonly Source[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.startsWith("generated"))
  .map((path) => ({
    path: `/${path}`,
    text: readFileSync(join(ROOT, path), "utf8"),
    isTest: /\.(test|fake)\.ts$|\/(testing|fuzz)\/|\/sample\.ts$/.test(`/${path}`),
  }));
