// Where others reach this server: on the facilitator's own laptop, 'localhost' in a QR code would lead to each phone itself.
import { address as ask } from "../api/atelier";

let known = $state<string>();
let asked = false;

/** The origin to show to others; this page's own until the server has told a better one. */
export function originForOthers(): string {
  if (!asked) {
    asked = true;
    void ask().then(
      ({ url }) => (known = url),
      () => (asked = false),
    );
  }
  return known ?? location.origin;
}
