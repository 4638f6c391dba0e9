// How far what comes piece by piece is.
import type { Watch } from "../clipboard/flow";

/** From 0 to 1, and what ends it. */
export type Progress = { share: number; cancel: () => void };

/** Hears how far it is; null once it is over. */
export type OnProgress = (progress: Progress | null) => void;

/** Does something that says how far it is, and can be ended. */
export async function watched(
  onProgress: OnProgress,
  act: (watch: Watch) => Promise<void>,
): Promise<void> {
  let isWanted = true;
  const cancel = (): void => {
    isWanted = false;
  };
  const watch: Watch = (share) => {
    onProgress({ share, cancel });
    return isWanted;
  };
  watch(0);
  try {
    await act(watch);
  } finally {
    onProgress(null);
  }
}
