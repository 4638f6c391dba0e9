// The letters of a file, whatever program wrote it.
import { isOfMac } from "./of-mac";

const MARKS = { "255,254": "utf-16le", "254,255": "utf-16be" } as const;
/** Bytes that are looked at for what they are. */
const LOOKED_AT = 4096;

/**
 * Reads a file as text: UTF-8 or UTF-16, else what spreadsheets write on Windows or on a Mac. Accents that stand apart
 * from their letters are put on them. Never fails.
 */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encoding(bytes)).decode(bytes).normalize("NFC");
}

function encoding(bytes: Uint8Array): string {
  const mark = bytes.subarray(0, 2).join(",");
  if (mark in MARKS) return MARKS[mark as keyof typeof MARKS];
  return wide(bytes) ?? (isUtf8(bytes) ? "utf-8" : isOfMac(bytes) ? "macintosh" : "windows-1252");
}

/** UTF-16 without its mark: of most letters, every other byte is 0. */
function wide(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (half: 0 | 1): number =>
    start.filter((byte, at) => byte === 0 && at % 2 === half).length;
  const [first, second] = [zeros(0), zeros(1)];
  if (first === 0 && second > start.length / 4) return "utf-16le";
  return second === 0 && first > start.length / 4 ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    // A file that says so and was cut within a letter still is.
    return bytes.subarray(0, 3).join(",") === "239,187,191";
  }
}
