// Turns any failure into a sentence for people.
import { say } from "../messages/say.svelte";
import { Failure } from "./client";

export function explain(error: unknown): string {
  if (!(error instanceof Failure)) return say().errors.unexpected;
  if (error.code === "network") return say().errors.network;
  return error.message || say().errors.unexpected;
}
