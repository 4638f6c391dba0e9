// Who may make workshops and structures on this server: everybody, whoever has the code of its host, or nobody.
import { creators as ask } from "../api/atelier";
import type { CreatorsWord } from "../generated/CreatorsWord";

let known = $state<CreatorsWord>();
let asked = false;

/** Who may; everybody until the server has said otherwise: whoever may not is refused with a sentence. */
export function creators(): CreatorsWord {
  if (!asked) {
    asked = true;
    void ask().then(
      ({ who }) => (known = who),
      () => (asked = false),
    );
  }
  return known ?? "everybody";
}
