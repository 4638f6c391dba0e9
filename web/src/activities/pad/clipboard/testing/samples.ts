// What programs put on the clipboard, in the exact shape of each.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../samples");

/** The HTML of each sample by the name of its program. */
export const SAMPLES: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER).map((file) => [
    file.replace(".clipboard", ""),
    readFileSync(join(FOLDER, file), "utf8"),
  ]),
);
