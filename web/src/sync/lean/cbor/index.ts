// What automerge-repo asks of cbor-x: messages as bytes, and back. As its options have it: bytes without a tag, objects as maps.
import { encode } from "./encode";

export { decode } from "./decode";

export class Encoder {
  encode(message: unknown): Uint8Array<ArrayBuffer> {
    return encode(message);
  }
}
