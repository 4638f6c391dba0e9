// The filters in the address of the page: it can be sent to others, and survives a reload.
import { keepParameters } from "../../../router/router.svelte";
import { dones, dues, everything, type Filter } from "./filter";

const TEXT_CHARS_MAX = 200;
const VALUES_MAX = 50;
const names = {
  text: "text",
  people: "person",
  labels: "label",
  due: "due",
  done: "done",
} as const;

/** The parameters of an address with the filter among them; others stay as they are. */
export function toAddress(filter: Filter, parameters: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of Object.values(names)) next.delete(name);
  if (filter.text.trim() !== "") next.set(names.text, filter.text);
  for (const person of filter.people) next.append(names.people, person);
  for (const label of filter.labels) next.append(names.labels, label);
  if (filter.due !== "") next.set(names.due, filter.due);
  if (filter.done !== "") next.set(names.done, filter.done);
  return next;
}

/** What an address asks for; what makes no sense in it asks for nothing. */
export function fromAddress(parameters: URLSearchParams): Filter {
  const oneOf = <T extends string>(all: readonly T[], name: string): T | undefined =>
    all.find((value) => value === parameters.get(name));
  const many = (name: string): string[] =>
    [...new Set(parameters.getAll(name))].filter((value) => value !== "").slice(0, VALUES_MAX);
  return {
    text: (parameters.get(names.text) ?? "").slice(0, TEXT_CHARS_MAX),
    people: many(names.people),
    labels: many(names.labels),
    due: oneOf(dues, names.due) ?? everything.due,
    done: oneOf(dones, names.done) ?? everything.done,
  };
}

/** Writes the filter into the address of the page, without a step for the back button. */
export function keepInAddress(filter: Filter): void {
  keepParameters(toAddress(filter, new URLSearchParams(location.search)));
}
