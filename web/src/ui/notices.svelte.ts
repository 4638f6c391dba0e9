// Short notices: what was just done, with a way to take it back; and what is said without being shown.

export type Notice = {
  id: number;
  text: string;
  kind: "done" | "problem";
  undo?: () => void;
  /** What the button says instead of 'undo'. */
  verb?: string;
};

const SHOWN_MS = 8_000;

let shown = $state<Notice[]>([]);
let spoken = $state("");
let next = 1;

export function notices(): Notice[] {
  return shown;
}

/** What screen readers are told. */
export function announcement(): string {
  return spoken;
}

/**
 * Says what was done; with `undo`, how to take it back, or with a `verb` what else can be done. The answer is the notice, to
 * dismiss it early.
 */
export function notify(text: string, undo?: () => void, verb?: string): number {
  const id = next++;
  show({ id, text, kind: "done", ...(undo && { undo }), ...(verb && { verb }) });
  return id;
}

/** Says what went wrong; stays until it is closed. */
export function complain(text: string): void {
  show({ id: next++, text, kind: "problem" });
}

/** Tells people who do not see the screen. */
export function announce(text: string): void {
  spoken = spoken === text ? `${text}\u00a0` : text;
}

export function dismiss(id: number): void {
  shown = shown.filter((notice) => notice.id !== id);
}

function show(notice: Notice): void {
  shown = [...shown.filter((other) => other.text !== notice.text), notice].slice(-3);
  if (notice.kind === "done") setTimeout(() => dismiss(notice.id), SHOWN_MS);
}
