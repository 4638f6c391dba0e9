// The one hash function automerge-repo brings along anyway, under the name of the other one it would bring too.
import hash from "fast-sha256";

export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes);
