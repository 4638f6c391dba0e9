// The clocks of this place: other tools write when it was in Greenwich, and a kanban has days.
import type { ClockAsked } from "../../../generated/ClockAsked";

/** Minutes ahead of Greenwich in January and July; `behind` says how many a moment is behind, as dates do. */
export function clock(
  year: number,
  behind: (moment: Date) => number = (moment) => moment.getTimezoneOffset(),
): ClockAsked {
  const ahead = (month: number): number => 0 - behind(new Date(year, month, 1));
  return { winter: ahead(0), summer: ahead(6) };
}
