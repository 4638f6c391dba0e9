// Reads what a big screen shows, from the server or from what the page kept.
import type { ScreenView } from "../../generated/ScreenView";
import { isRecord, isText } from "../../sync/views";

/** Null when it makes no sense. */
export function readScreen(value: unknown): ScreenView | null {
  if (!isRecord(value) || !isText(value["title"])) return null;
  const numbers = [value["now"], value["present"], value["hands"]];
  const texts = [value["code"]].every((text) => text === null || isText(text));
  const parts = [value["wifi"], value["course"], value["next"], value["activity"]];
  const isWhole =
    numbers.every(Number.isFinite) &&
    texts &&
    parts.every((part) => part === null || isRecord(part));
  return isWhole ? (value as ScreenView) : null;
}
