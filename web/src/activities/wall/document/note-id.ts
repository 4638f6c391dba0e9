// The name of a note: its author gives it, so that one that is sent twice is the same note.

/** 16 random bytes, in base 16 as the server reads them. */
export function noteId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
