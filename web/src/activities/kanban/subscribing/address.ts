// The forms of the address at which calendars read the days of a kanban.

/** Appointments, which every calendar knows, or tasks. */
export type As = "events" | "tasks";

/** The whole address; `origin` is the server's, for an address that comes without. */
export function feedAddress(url: string, as: As, origin: string): string {
  const address = new URL(url, origin);
  if (as === "tasks") address.searchParams.set("as", "tasks");
  return address.href;
}

/** The same, as the calendar of a device opens it. */
export function deviceAddress(address: string): string {
  return address.replace(/^https?:/, "webcal:");
}
