// A pad as any Automerge program sees it: gestures on its body, and what a reader would read in it.
import * as Automerge from "@automerge/automerge";
import type { DocHandle } from "@automerge/automerge-repo";
import { inTime } from "./deadline.ts";

/** The root of a pad document. */
export type Pad = { kind: unknown; version: number; body: string };

/** Where the body is in the document. */
export const BODY: Automerge.Prop[] = ["body"];

/** The marker that begins a block of a pad. */
export function block(type: string, attrs: Record<string, number> = {}) {
  return { type: new Automerge.ImmutableString(type) as never, parents: [], attrs };
}

/** What a reader reads: the text of the blocks, one per line. */
export function text(pad: Automerge.Doc<Pad>): string {
  const lines: string[] = [];
  for (const span of Automerge.spans(pad, BODY)) {
    if (span.type === "block") lines.push("");
    else lines.push((lines.pop() ?? "") + span.value);
  }
  return lines.join("\n");
}

/** Types `written` at the end of the last block, in one change. */
export function types(handle: DocHandle<Pad>, written: string): void {
  handle.change((pad) => {
    Automerge.splice(pad, BODY, length(pad), 0, written);
  });
}

/** Presses Enter at the end and types the next line, in one change. */
export function writesLine(handle: DocHandle<Pad>, line: string): void {
  handle.change((pad) => {
    const end = length(pad);
    Automerge.splitBlock(pad, BODY, end, block("paragraph"));
    Automerge.splice(pad, BODY, end + 1, 0, line);
  });
}

/** Resolves when the pad reads as `isWanted` asks. */
export async function reads(
  handle: DocHandle<Pad>,
  awaited: string,
  isWanted: (text: string) => boolean,
): Promise<void> {
  await inTime(
    `a pad that reads ${awaited}; it reads ${JSON.stringify(text(handle.doc()).slice(0, 200))}`,
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (!isWanted(text(handle.doc()))) return;
        handle.off("change", look);
        resolve();
      };
      handle.on("change", look);
      look();
    }),
  );
}

/** Units of the body, block markers included. */
function length(pad: Automerge.Doc<Pad>): number {
  return pad.body.length;
}
