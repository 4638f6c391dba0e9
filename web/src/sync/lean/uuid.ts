// Instead of the package of that name: what automerge-repo asks of it to name documents and what it keeps here. Our documents
// are named by the server, and none is as old as the UUIDs by which they were named once.

/** A random UUID (RFC 9562, version 4) in words, or in sixteen bytes that are given for it. */
export function v4(): string;
export function v4(options: null, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
export function v4(
  _options?: null,
  given?: Uint8Array<ArrayBuffer>,
): string | Uint8Array<ArrayBuffer> {
  const bytes = crypto.getRandomValues(given ?? new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return given ?? inWords(bytes);
}

function inWords(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** No name of a document is one. */
export const validate = (): boolean => false;

export function parse(name: string): never {
  throw new Error(`'${name}' is no name of a document`);
}
