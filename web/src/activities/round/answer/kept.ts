// What is on its way to the server, kept on this device: a page that is closed too early loses no answer.
import type { AnswerView } from "../../../generated/AnswerView";
import { keptHere, type KeptHere } from "../../../sync/kept-here";
import { isRecord } from "../../../sync/views";

/** Null: none was given. */
export type Given = AnswerView | null;

/** Where one's answer is kept until the server has it. Another person at this device has another. */
export function keptAnswer(asking: string, participant: string): KeptHere<Given> {
  return keptHere(`atelier-answer-${asking}-${participant}`, readAnswer);
}

/** Where the answer that the server has is kept, as long as the page: reloaded without a network, it goes on from there. */
export function knownAnswer(asking: string, participant: string): KeptHere<Given> {
  const here = (): Storage => sessionStorage;
  return keptHere(`atelier-known-answer-${asking}-${participant}`, readAnswer, here);
}

function readAnswer(value: unknown): Given {
  if (!isRecord(value) || typeof value.state !== "number" || typeof value.word !== "string")
    return null;
  return { state: value.state, word: value.word };
}
