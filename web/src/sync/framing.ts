// Several frames as one body: each after its length in four bytes, the highest first.

const LENGTH_BYTES = 4;
/** What the server takes at once: the longest frame, and how long it is. */
const BODY_BYTES_MAX = 16 * 1024 * 1024 + LENGTH_BYTES;
const FRAMES_MAX = 1_024;

/** Takes from the front of the queue what fits into one body: one frame at least. */
export function takeBody(queue: Uint8Array[]): Uint8Array<ArrayBuffer> {
  let bytes = 0;
  let count = 0;
  for (const frame of queue.slice(0, FRAMES_MAX)) {
    if (count > 0 && bytes + LENGTH_BYTES + frame.length > BODY_BYTES_MAX) break;
    bytes += LENGTH_BYTES + frame.length;
    count++;
  }
  return joined(queue.splice(0, count), bytes);
}

function joined(frames: Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes);
  const view = new DataView(body.buffer);
  let at = 0;
  for (const frame of frames) {
    view.setUint32(at, frame.length);
    body.set(frame, at + LENGTH_BYTES);
    at += LENGTH_BYTES + frame.length;
  }
  return body;
}

/** The frames of a body; null when it is cut, or no body of ours. */
export function framesOf(body: Uint8Array<ArrayBuffer>): ArrayBuffer[] | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const frames: ArrayBuffer[] = [];
  let at = 0;
  while (at < body.length) {
    if (at + LENGTH_BYTES > body.length) return null;
    const from = at + LENGTH_BYTES;
    at = from + view.getUint32(at);
    if (at > body.length) return null;
    frames.push(body.slice(from, at).buffer);
  }
  return frames;
}
