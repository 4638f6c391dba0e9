// The code that shows the documents of a kind.
import type { Component } from "svelte";
import type { ActivityKind } from "../../activities/kind";
import type { Place } from "../../activities/place";
import type { hasUnsent, watchSaving } from "../../sync/watch-saving.svelte";

export type Code = {
  Body: Component<Place>;
  watchSaving: typeof watchSaving;
  hasUnsent: typeof hasUnsent;
};

/** Fetches it; what was fetched once is not fetched again. */
export async function fetchCode(kind: ActivityKind): Promise<Code> {
  const [{ default: Body }, { watchSaving, hasUnsent }] = await Promise.all([
    kind.body(),
    import("../../sync/watch-saving.svelte"),
  ]);
  return { Body, watchSaving, hasUnsent };
}
