// Where we are: follows the address, moves without reloading, and keeps the back button honest.
import { isStep, movedOn, tookStep, whenSettled } from "./opened";
import { read, type Route } from "./route";

let route = $state<Route>(here());
let moves = $state(0);
/** The address of the page, whichever entry of the history it is shown at. */
let address = addressHere();

/** The current place; reactive where it is read. */
export function current(): Route {
  return route;
}

/** Grows with each move inside the app: zero on the page that was loaded. */
export function moveCount(): number {
  return moves;
}

/** Goes to an address of ours. What lies over the page is left with it: one comes back to the page. */
export function go(to: string, options: { replace?: boolean } = {}): void {
  whenSettled(() => {
    if (options.replace || isStep()) history.replaceState(null, "", to);
    else history.pushState(null, "", to);
    movedOn();
    arrive();
    scrollTo(0, 0);
  });
}

/** Writes the parameters of the page into its address, without a step for the back button. */
export function keepParameters(parameters: URLSearchParams): void {
  const search = parameters.size === 0 ? "" : `?${parameters.toString()}`;
  if (search !== location.search) write(location.pathname + search + location.hash);
}

/** Some browsers allow a hundred changes in half a minute: the next one takes this along. */
function write(to: string): void {
  address = to;
  try {
    history.replaceState(history.state, "", to);
  } catch {
    return;
  }
}

function arrive(): void {
  route = here();
  address = addressHere();
  moves += 1;
}

/** The entry below a window knows the address as it was when the window opened. */
function traverse(): void {
  const isSamePage = pageOf(addressHere()) === pageOf(address);
  if (!tookStep(isSamePage)) arrive();
  else if (addressHere() !== address) write(address);
}

function here(): Route {
  return read(location.pathname, location.hash);
}

function addressHere(): string {
  return location.pathname + location.search + location.hash;
}

/** What is in the address beside the parameters. */
function pageOf(from: string): string {
  const { pathname, hash } = new URL(from, location.origin);
  return pathname + hash;
}

/** Follows the back button, and plain clicks on links of ours. */
export function startRouter(): void {
  addEventListener("popstate", traverse);
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
