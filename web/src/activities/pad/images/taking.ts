// Takes pictures into a pad: chosen, pasted or dropped. What makes them ready is fetched with the first one.
import type { EditorView } from "prosemirror-view";
import { say, spoken } from "../../../messages/say.svelte";
import { complain } from "../../../ui/notices.svelte";
import type { Taken } from "../clipboard/paste";
import { actAtFirst, remember } from "../view/places";
import { fetchPictures } from "./image-view";
import { padOf, type Pad } from "./take";

/** What puts pictures into the page, once they are ready; null when none is. */
export type Put = (() => unknown) | null;

/** Whether what was copied is pictures, or a page with some that are to be taken along. */
export function bringsImages(view: EditorView, taken: Taken): boolean {
  const { html, text, isRaw } = taken;
  if (isRaw && text !== "") return false;
  return isImagesAlone(taken) || hasForeignImages(html, padOf(view)?.id ?? "");
}

/** Makes pictures ready that were copied; what is returned puts them at the selection. */
export async function readImages(view: EditorView, taken: Taken): Promise<Put> {
  const { files, html } = taken;
  return ready(view, ({ receive, receivePage }, pad) =>
    isImagesAlone(taken) ? receive(view, pad, files) : receivePage(view, pad, html),
  );
}

/** Takes pictures that were chosen, where the caret is. */
export async function give(view: EditorView, files: readonly File[]): Promise<void> {
  remember(view, view.state.selection);
  const put = await ready(view, ({ receive }, pad) => receive(view, pad, files));
  if (!view.isDestroyed) actAtFirst(view, () => put?.());
}

type Reception = typeof import("./reception");

async function ready(
  view: EditorView,
  make: (reception: Reception, pad: Pad) => Promise<Put>,
): Promise<Put> {
  try {
    const [reception] = await Promise.all([spoken(import("./reception")), fetchPictures()]);
    const pad = padOf(view);
    return pad ? await make(reception, pad) : null;
  } catch {
    complain(say().errors.network);
    return null;
  }
}

/** Programs give a picture of their text as well; it is meant only where there is nothing else. */
function isImagesAlone({ files, text, html }: Taken): boolean {
  if (files.length === 0 || text.trim() !== "") return false;
  return html === "" || !/[^\s]/.test(html.replace(/<(style|head)[\s\S]*?<\/\1>|<[^>]*>/gi, ""));
}

/** Whether a page holds pictures that are not in this pad, and can be had without asking anybody else. */
function hasForeignImages(html: string, pad: string): boolean {
  if (/<img[^>]+src=["']data:image\//i.test(html)) return true;
  return html.includes("/api/attachments/") && !html.includes(`data-document="${pad}"`);
}
