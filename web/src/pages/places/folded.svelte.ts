// Whether the side bar shows signs alone: chosen once, remembered on this device, and told to the server with the page, so that
// what it sends stands where it will be.

const COOKIE = "atelier-places";

let folded = $state(new RegExp(`(?:^|; )${COOKIE}=folded`).test(document.cookie));

export const isFolded = (): boolean => folded;

/** Folds it, or opens it again. */
export function fold(wanted: boolean): void {
  folded = wanted;
  document.cookie = `${COOKIE}=${wanted ? "folded" : "open"}; Path=/; Max-Age=31536000; SameSite=Lax`;
  mark();
}

/** The page has a side bar, beside a document or beside the page of its space; until the answer is called. */
export function keepRoom(beside: "document" | "space"): () => void {
  document.documentElement.dataset["places"] = beside;
  mark();
  return () => {
    delete document.documentElement.dataset["places"];
  };
}

function mark(): void {
  document.documentElement.toggleAttribute("data-folded", folded);
}
