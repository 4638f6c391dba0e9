// What stands in the place of a picture that is not there: one on its way from this device, one of somebody else that has not come
// yet, or one that was deleted.
import type { ImageAttributes } from "../page/image";
import { outgoingAt, sendingOf, type Outgoing } from "./sending";
import { sayImages } from "./words/words";

/** When it is looked again whether a picture came, in milliseconds; each time twice as long, up to the other. */
const [AGAIN_MS, AGAIN_MS_MAX] = [2_000, 8_000];
/** After so many times, some minutes, only somebody's wish, or the network's return, looks again. */
const TIMES_MAX = 40;

/** Times it was looked for in vain, by addresses. */
const tries = new Map<string, number>();

/** Says in a place why there is no picture, until what is returned is called; `look` looks again whether it is there. */
export function standIn(
  place: HTMLElement,
  image: ImageAttributes,
  look: () => void,
  remove: () => void,
): () => void {
  const stand = document.createElement("div");
  stand.className = "stand-in";
  place.classList.toggle("lacking", outgoingAt(image.url) === null);
  place.append(stand);
  const outgoing = outgoingAt(image.url);
  const end = outgoing ? follow(stand, outgoing, look, remove) : wait(stand, image, look);
  return () => {
    end();
    stand.remove();
    place.classList.remove("lacking");
  };
}

/** One of this device: how far it is, and why it does not go. */
function follow(
  stand: HTMLElement,
  image: Outgoing,
  look: () => void,
  remove: () => void,
): () => void {
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", sayImages().sending);
  const again = button(sayImages().again, () => void sendingOf(image)?.again(image));
  const cancel = button(sayImages().cancel, () => {
    void sendingOf(image)?.cancel(image);
    remove();
  });
  stand.append(words, bar, again, cancel);
  const show = (): void => {
    const { state } = image;
    bar.hidden = state.is !== "sending";
    if (state.is === "sending") bar.value = state.share;
    again.hidden = state.is !== "refused";
    stand.role = state.is === "refused" ? "alert" : "status";
    const said = saidOf(image);
    // Said once, and not with every step of the bar.
    if (words.textContent !== said) words.textContent = said;
    if (state.is === "there") look();
  };
  show();
  return image.onChange(show);
}

/** How far it is. */
function saidOf({ state }: Outgoing): string {
  const { waiting, sending } = sayImages();
  if (state.is === "refused") return state.why;
  return state.is === "waiting" ? waiting : sending;
}

/** One of somebody else, or of another day. */
function wait(stand: HTMLElement, { url, alt }: ImageAttributes, look: () => void): () => void {
  const say = sayImages();
  const words = document.createElement("span");
  words.textContent = [alt, navigator.onLine ? say.missing : say.notHere]
    .filter(Boolean)
    .join(" — ");
  const again = (): void => {
    look();
  };
  stand.append(words, ...(url === "" ? [] : [button(say.again, again)]));
  const count = tries.get(url) ?? 0;
  tries.set(url, count + 1);
  const timer =
    url === "" || count >= TIMES_MAX
      ? undefined
      : setTimeout(again, Math.min(AGAIN_MS_MAX, AGAIN_MS * 2 ** count));
  addEventListener("online", again);
  return () => {
    clearTimeout(timer);
    removeEventListener("online", again);
  };
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
