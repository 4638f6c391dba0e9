// Reads how the conduct stands, from the connection or from what this device kept.
import type { ConductView } from "../../generated/ConductView";
import { isRecord, isText } from "../../sync/views";

/** Null when it makes no sense. */
export function readConduct(value: unknown): ConductView | null {
  if (!isRecord(value)) return null;
  const numbers = [value["now"], value["number"], value["revision"]];
  const lists = [value["hands"], value["steps"]];
  const isWhole =
    numbers.every(Number.isFinite) &&
    lists.every(Array.isArray) &&
    isCourse(value["course"]) &&
    (value["next"] === null || isStep(value["next"])) &&
    (value["ready"] === null ||
      (isRecord(value["ready"]) && Array.isArray(value["ready"]["people"])));
  return isWhole ? (value as ConductView) : null;
}

function isCourse(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value) || !isStep(value["step"])) return false;
  return [value["began"], value["away"], value["total"], value["plannedEnd"]].every(
    Number.isFinite,
  );
}

function isStep(value: unknown): boolean {
  return isRecord(value) && isText(value["id"]) && isText(value["title"]);
}
