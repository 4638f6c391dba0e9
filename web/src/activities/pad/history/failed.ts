// How people are told that the past cannot be shown.
import { Refusal } from "../../../messages/refusal";
import { say } from "../../../messages/say.svelte";
import { sayPast } from "./words/words";

/** Why it failed, and what to do. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Refusal)) return say().errors.unexpected;
  return error.isUnreachable ? sayPast().network : error.message || say().errors.unexpected;
}
