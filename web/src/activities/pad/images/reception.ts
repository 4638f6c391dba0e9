// Receives pictures: makes them ready, puts them into the page at once, and sends them.
import type { EditorView } from "prosemirror-view";
import { patiently } from "../../../ui/piecemeal";
import { explain } from "../../../messages/explain";
import { complain } from "../../../ui/notices.svelte";
import { fileAddress } from "../../../api/deletions";
import { flow } from "../clipboard/flow";
import { isSmall } from "../clipboard/from/images";
import { put } from "../clipboard/put";
import { readPage, sliceOf, withoutStyles } from "../clipboard/read";
import { watched } from "../view/progress";
import { sayPad } from "../words/words";
import { putImages } from "../writing/images";
import type { ImageAttributes } from "../page/image";
import { askAbout } from "./asked.svelte";
import { prepared, type Prepared } from "./prepare";
import { newImageId } from "./new-image-id";
import { Outgoing, sending } from "./sending";
import type { Pad } from "./take";
import type { Put } from "./taking";

/** Pictures that are taken at once. */
const AT_ONCE_MAX = 10;
/** As of any other paste: the most that is put, and more than this piece by piece. */
const [LETTERS_MAX, LETTERS_AT_ONCE] = [300_000, 4_000];

/** Makes pictures ready; what is returned puts them at the selection. What cannot be taken is told, the others come. */
export async function receive(view: EditorView, pad: Pad, files: readonly File[]): Promise<Put> {
  const images: ImageAttributes[] = [];
  for (const file of files.slice(0, AT_ONCE_MAX)) {
    try {
      images.push(keep(pad, await prepared(file), file.name));
    } catch (error) {
      complain(explain(error));
    }
  }
  if (images.length === 0) return null;
  return () => {
    askAbout(images.map(({ url }) => url));
    view.dispatch(putImages(view.state, images).scrollIntoView());
    view.focus();
  };
}

function keep(pad: Pad, { blob, width, height }: Prepared, name: string): ImageAttributes {
  const id = newImageId();
  const url = fileAddress(id);
  void sending(pad).send(new Outgoing(pad.id, id, blob, name));
  return { url, alt: "", width, height, size: "full" };
}

/** The same with a page whose pictures are brought along in it, or are those of another pad of this server. */
export async function receivePage(view: EditorView, pad: Pad, html: string): Promise<Put> {
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const images = Array.from(page.querySelectorAll("img")).filter((image) => !isSmall(image));
  for (const [number, image] of images.entries()) {
    if (number < AT_ONCE_MAX) await bring(pad, image);
    else image.remove();
  }
  const blocks = await patiently(readPage(page.body, false));
  if (blocks.length === 0) return null;
  const { size } = sliceOf(blocks);
  if (size > LETTERS_MAX)
    return () => {
      complain(sayPad().tooLong);
    };
  if (size > LETTERS_AT_ONCE)
    return () => watched(pad.onProgress, (watch) => flow(view, blocks, watch));
  return () => {
    view.dispatch(put(view.state, blocks).scrollIntoView().setMeta("paste", true));
  };
}

/** Only what needs no other server is brought: the page's own bytes, and files of this one. */
async function bring(pad: Pad, image: HTMLImageElement): Promise<void> {
  const source = image.getAttribute("src") ?? "";
  const here = URL.canParse(source) && new URL(source).origin === location.origin;
  const isOwn = here && new URL(source).pathname.startsWith(fileAddress(""));
  if (!isOwn && !/^data:image\//i.test(source)) return;
  try {
    const blob = isOwn ? await (await fetch(source)).blob() : bytesIn(source);
    const { url, width, height } = keep(pad, await prepared(blob), "");
    image.src = new URL(url, location.href).href;
    image.width = width;
    image.height = height;
    const figure = image.closest<HTMLElement>("figure") ?? image;
    figure.dataset["document"] = pad.id;
    image.dataset["document"] = pad.id;
    if (image.alt.trim() === "") askAbout([url]);
  } catch {
    // What it says in words stays.
    image.removeAttribute("src");
  }
}

/** What an address holds in itself; the page's policy forbids to fetch it. */
function bytesIn(address: string): Blob {
  const [head = "", data = ""] = address.split(",", 2);
  const type = /^data:([\w/+.-]+)/i.exec(head)?.[1] ?? "";
  const bytes = head.endsWith(";base64") ? atob(data) : decodeURIComponent(data);
  return new Blob([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], { type });
}
