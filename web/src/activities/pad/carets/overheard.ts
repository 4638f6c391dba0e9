// Who writes beside one, for who does not see their carets: their names, now and then.
import { Plugin, PluginKey } from "prosemirror-state";
import { sparingly } from "../../../ui/sparingly";
import type { Person, Place } from "../../place";
import { hasArrived } from "../binding/arrival";
import type { PadHandle, PadMessage } from "../binding/pad-document";
import { sayPad } from "../words/words";
import { readCaretMessage } from "./caret-message";

/** Who goes on writing is not named again before. */
const PAUSE_MS = 30_000;
/** Whose caret moved so shortly before it is said is who wrote. */
const CLOSE_MS = 2_000;

/** What was last heard of a caret. */
type Heard = { person: Person; head: string; at: number };

/** How often others have written. */
const key = new PluginKey<number>("pad-overheard");

/** Says who else writes. */
export function overheard(handle: PadHandle, people: Place["personAt"]): Plugin<number> {
  const carets = new Map<string, Heard>();
  const hear = ({ senderId, message }: PadMessage): void => {
    const head = readCaretMessage(message)?.head ?? null;
    const person = people(senderId);
    if (person === null || head === null || carets.get(senderId)?.head === head) return;
    carets.set(senderId, { person, head, at: Date.now() });
  };
  const saying = sparingly(() => words([...carets.values()]), PAUSE_MS);
  return new Plugin({
    key,
    state: {
      init: () => 0,
      apply: (transaction, times) =>
        hasArrived(transaction) && transaction.docChanged ? times + 1 : times,
    },
    view: () => {
      handle.on("ephemeral-message", hear);
      return {
        update: ({ state }, before) => {
          if (key.getState(state) !== key.getState(before)) saying.note();
        },
        destroy: () => {
          handle.off("ephemeral-message", hear);
          saying.stop();
        },
      };
    },
  });
}

/** Null when nobody is known to write: what has arrived was written before. */
function words(heard: readonly Heard[]): string | null {
  const since = Date.now() - CLOSE_MS;
  const names = new Set(heard.filter(({ at }) => at >= since).map(({ person }) => person.name));
  return names.size === 0 ? null : sayPad().write(names.size, [...names].join(", "));
}
