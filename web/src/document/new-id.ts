// The keys of what is put into a document.

/** A name for something new that nobody else comes up with: 16 random bytes. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}
