// Pictures on their way to the server: kept on this device until it has them, sent one after the other, tried again when the network
// comes back.
import { isPassing } from "../../../api/client";
import { fileAddress } from "../../../api/deletions";
import { explain } from "../../../messages/explain";
import { forgetImage, keepImage, keptImages, type KeptImage } from "./kept-images";
import { showOwn } from "./own-images";
import { keepSeen } from "./seen";
import { putImage } from "./put-image";
import type { Pad } from "./take";

/** How long it is waited before the next try, in milliseconds; each time twice as long, up to the other. */
const [AGAIN_MS, AGAIN_MS_MAX] = [2_000, 10_000];

/** `waiting` for its turn or the network; `refused` with the reason. */
export type State =
  | { is: "waiting" }
  | { is: "sending"; share: number }
  | { is: "refused"; why: string }
  | { is: "there" };

/** A picture on its way. */
export class Outgoing implements KeptImage {
  readonly local: string;
  readonly url: string;
  readonly gone = new AbortController();
  state: State = { is: "waiting" };
  readonly #hearers = new Set<() => void>();

  constructor(
    readonly document: string,
    readonly id: string,
    readonly blob: Blob,
    readonly name: string,
  ) {
    this.url = fileAddress(id);
    this.local = URL.createObjectURL(blob);
    showOwn(this.url, this.local, true);
  }

  become(state: State): void {
    this.state = state;
    for (const hear of this.#hearers) hear();
  }

  /** Hears what becomes of it, until what is returned is called. */
  onChange(hear: () => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  get kept(): KeptImage {
    const { document, id, blob, name } = this;
    return { document, id, blob, name };
  }
}

const outgoing = new Map<string, Outgoing>();
const all = new Map<string, PadSending>();

/** The picture at an address, while it is on its way from this device. */
export function outgoingAt(url: string): Outgoing | null {
  return outgoing.get(url) ?? null;
}

/** What sends a picture that is on its way. */
export function sendingOf({ document }: Outgoing): PadSending | null {
  return all.get(document) ?? null;
}

/** What sends the pictures of a pad. */
export function sending(pad: Pad): PadSending {
  const known = all.get(pad.id);
  if (known) {
    known.pad = pad;
    return known;
  }
  const made = new PadSending(pad);
  all.set(pad.id, made);
  return made;
}

/** Sends what was left on this device. */
export async function resume(pad: Pad): Promise<void> {
  for (const { document, id, blob, name } of await keptImages(pad.id))
    if (!outgoing.has(fileAddress(id)))
      void sending(pad).send(new Outgoing(document, id, blob, name), true);
}

/** Tries those again that were refused: a pad was locked, and is no more. */
export function sendRefused({ id }: Pad): void {
  for (const image of outgoing.values())
    if (image.document === id && image.state.is === "refused") void all.get(id)?.again(image);
}

class PadSending {
  pad: Pad;
  #queue: Outgoing[] = [];
  #isBusy = false;
  #pause = AGAIN_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pad: Pad) {
    this.pad = pad;
    addEventListener("online", () => void this.#go());
  }

  async send(image: Outgoing, isKept = false): Promise<void> {
    outgoing.set(image.url, image);
    this.#queue.push(image);
    this.#tell();
    if (!isKept) await keepImage(image.kept);
    await this.#go();
  }

  /** Tries one again that was refused. */
  async again(image: Outgoing): Promise<void> {
    image.become({ is: "waiting" });
    this.#queue.push(image);
    await this.#go();
  }

  /** Sends it no more. */
  async cancel(image: Outgoing): Promise<void> {
    this.#queue = this.#queue.filter((one) => one !== image);
    image.gone.abort();
    outgoing.delete(image.url);
    await forgetImage(image.id);
    this.#tell();
  }

  async #go(): Promise<void> {
    if (this.#isBusy) return;
    clearTimeout(this.#timer);
    this.#isBusy = true;
    for (let image = this.#queue[0]; image; image = this.#queue[0]) {
      if (!(await this.#put(image))) break;
      this.#queue = this.#queue.filter((one) => one !== image);
    }
    this.#isBusy = false;
    this.#tell();
  }

  /** Whether it needs no other try. */
  async #put(image: Outgoing): Promise<boolean> {
    this.#tell();
    try {
      image.become({ is: "sending", share: 0 });
      const onprogress = (share: number): void => {
        image.become({ is: "sending", share });
      };
      await putImage(image.kept, onprogress, image.gone.signal);
      this.#pause = AGAIN_MS;
      await this.#arrived(image);
      return true;
    } catch (error) {
      if (image.gone.signal.aborted) return true;
      if (!isPassing(error)) {
        image.become({ is: "refused", why: explain(error) });
        return true;
      }
      image.become({ is: "waiting" });
      this.#timer = setTimeout(() => void this.#go(), this.#pause);
      this.#pause = Math.min(AGAIN_MS_MAX, this.#pause * 2);
      return false;
    }
  }

  async #arrived(image: Outgoing): Promise<void> {
    outgoing.delete(image.url);
    showOwn(image.url, image.local, false);
    await Promise.all([forgetImage(image.id), keepSeen(image.url, image.blob)]);
    image.become({ is: "there" });
  }

  #tell(): void {
    const isThere = this.#queue.length > 0;
    this.pad.onsending(isThere ? (this.#isBusy ? "sending" : "waiting") : "none");
  }
}
