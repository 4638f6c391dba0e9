// The letters of a file, whatever tool wrote it.

const UTF16 = { "255,254": "utf-16le", "254,255": "utf-16be" } as const;

/** Reads a file as text: UTF-8 or UTF-16, else what spreadsheets on Windows write. Never fails. */
export function decoded(bytes: Uint8Array): string {
  const mark = bytes.subarray(0, 2).join(",");
  const wide = mark in UTF16 ? UTF16[mark as keyof typeof UTF16] : null;
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
