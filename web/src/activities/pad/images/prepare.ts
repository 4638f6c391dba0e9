// Makes a picture ready to be sent: no larger than it is kept, so that a poor network carries no more than it must. The server
// looks at it all the same.
import { Refusal } from "../../../messages/refusal";
import { sayImages } from "./words/words";

/** A picture as it is sent. */
export type Prepared = { blob: Blob; width: number; height: number };

/** As the server keeps them, in pixels. */
const WIDTH_MAX = 2000;
const HEIGHT_MAX = 4000;
/** As the server takes them, in bytes. */
const BYTES_MAX = 12 * 1024 * 1024;
/** A photograph that is longer is made shorter before it is sent, in bytes. */
const LONG_BYTES = 1_500_000;
const QUALITY = 0.85;

/** The picture in a file. */
export async function prepared(file: Blob): Promise<Prepared> {
  if (file.size === 0) throw new Refusal(sayImages().empty);
  if (/^image\/svg/.test(file.type)) throw new Refusal(sayImages().svg);
  const picture = await decoded(file);
  try {
    const scale = Math.min(1, WIDTH_MAX / picture.width, HEIGHT_MAX / picture.height);
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const isKnown = /^image\/(?:png|jpeg|webp|gif)$/.test(file.type);
    const isShort = file.size <= LONG_BYTES || (file.type === "image/png" && scale === 1);
    const blob =
      isKnown && scale === 1 && isShort ? file : await drawn(picture, width, height, file.type);
    if (blob.size > BYTES_MAX) throw new Refusal(sayImages().tooLarge);
    return { blob, width, height };
  } finally {
    picture.close();
  }
}

/** Upright, as browsers show it. */
async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Refusal((await isHeic(file)) ? sayImages().heic : sayImages().unknown);
  }
}

async function drawn(
  picture: ImageBitmap,
  width: number,
  height: number,
  type: string,
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  if (!context) throw new Refusal(sayImages().unknown);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  const wanted = /^image\/(?:png|gif|webp)$/.test(type) ? "image/png" : "image/jpeg";
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, wanted, QUALITY);
  });
  if (!blob) throw new Refusal(sayImages().unknown);
  return blob;
}

async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder("latin1").decode(await file.slice(4, 12).arrayBuffer());
  return /^ftyp(?:hei|hev|mif1|msf1|avif)/.test(head);
}
