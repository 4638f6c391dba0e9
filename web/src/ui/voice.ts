// Where what is said has its place: a window makes everything beneath it silent, so it is said in the window that is on top.

let voice: HTMLElement | undefined;
/** Where it is when no window is open. */
let home: ParentNode | null = null;
const windows: HTMLElement[] = [];

/** For the element with all that is said and shown over the page. */
export function speaks(element: HTMLElement): () => void {
  voice = element;
  home = element.parentNode;
  return () => (voice = undefined);
}

/** Says everything in this window from now on, until the answer is called. */
export function speakIn(window: HTMLElement): () => void {
  windows.push(window);
  settle();
  return () => {
    windows.splice(windows.indexOf(window), 1);
    settle();
  };
}

function settle(): void {
  const place = windows.at(-1) ?? home;
  if (voice && place && voice.parentNode !== place) place.append(voice);
}
