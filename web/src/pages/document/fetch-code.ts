// The code that shows the documents of a kind.
import type { Component } from "svelte";
import type { ActivityKind } from "../../activities/kind";
import type { Place } from "../../activities/place";
import type { watchSaving } from "../../live/watch-saving.svelte";

export type Code = { Body: Component<Place>; watchSaving: typeof watchSaving };

/** Fetches it; what was fetched once is not fetched again. */
export async function fetchCode(kind: ActivityKind): Promise<Code> {
  const [{ default: Body }, { watchSaving }] = await Promise.all([
    kind.body(),
    import("../../live/watch-saving.svelte"),
  ]);
  return { Body, watchSaving };
}
