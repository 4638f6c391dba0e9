// What it means for a person that the server did not accept something they wrote.

/**
 * `unwanted`: it will never be accepted, and stays on this device only.
 * `forbidden`: it stays on this device for as long as one may only read, and is sent by itself once one may write.
 * `damaged`: the server cannot read the document; this device may hold the only good copy.
 */
export type Loss = "unwanted" | "forbidden" | "damaged";

/** What is lost with a refusal; null when the server asks for it again by itself. */
export function lossOf(code: string): Loss | null {
  switch (code) {
    case "read_only":
      return "forbidden";
    case "too_large":
    case "malformed":
    case "forged_author":
      return "unwanted";
    case "damaged":
      return "damaged";
    default:
      // 'busy', 'unknown_dependencies', and what later servers may say.
      return null;
  }
}
