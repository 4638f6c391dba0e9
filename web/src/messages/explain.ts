// Turns any failure into a sentence for people.
import { Refusal } from "./refusal";
import { say } from "./say.svelte";

export function explain(error: unknown): string {
  if (!(error instanceof Refusal)) return say().errors.unexpected;
  if (error.isUnreachable) return say().errors.network;
  return error.message || say().errors.unexpected;
}
