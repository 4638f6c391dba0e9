// Where we are: follows the address, moves without reloading, and keeps the back button honest.
import { read, type Route } from "./route";

let route = $state<Route>(here());
let moves = $state(0);

/** The current place; reactive where it is read. */
export function current(): Route {
  return route;
}

/** Grows with each move inside the app: zero on the page that was loaded. */
export function moveCount(): number {
  return moves;
}

/** Goes to an address of ours. */
export function go(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  arrive();
  scrollTo(0, 0);
}

function arrive(): void {
  route = here();
  moves += 1;
}

function here(): Route {
  return read(location.pathname, location.hash);
}

/** Follows the back button, and plain clicks on links of ours. */
export function startRouter(): void {
  addEventListener("popstate", arrive);
  document.addEventListener("click", (event) => {
    const link = ownLink(event);
    if (!link) return;
    event.preventDefault();
    go(link.pathname + link.hash);
  });
}

function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain =
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (event.defaultPrevented || !isPlain || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a");
  return link && isOurs(link) ? link : null;
}

function isOurs(link: HTMLAnchorElement): boolean {
  const staysHere = link.origin === location.origin && link.target === "";
  const isPage = !link.hasAttribute("download") && read(link.pathname, "").kind !== "missing";
  return staysHere && isPage;
}
