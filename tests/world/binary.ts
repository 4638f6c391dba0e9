// Where the binary under test is, and how to run one of its commands to the end.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of the binary: the release build unless `ATELIER_BINARY` names another. */
export function binary(): string {
  const path =
    process.env["ATELIER_BINARY"] ??
    fileURLToPath(new URL("../../target/release/atelier", import.meta.url));
  if (!existsSync(path)) {
    throw new Error(`${path} is missing: run 'make build' first, or set ATELIER_BINARY`);
  }
  return path;
}

/** How a command ended and everything it printed. */
export type Outcome = { status: number | null; output: string };

/** Runs `atelier <args>` until it ends by itself. */
export function run(...args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(), args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, output });
    });
  });
}
