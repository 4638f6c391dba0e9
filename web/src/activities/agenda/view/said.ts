// What is said of a step that moves: when it will begin.
import type { Agenda, Step } from "../contract";
import { standing, WAITING } from "../document/gestures/places";
import { clock, slots } from "../document/times";
import { sayAgenda } from "../words/words";
import { named } from "./desk";

/** In words, where a step goes that is put into a day before another step, or at its end. */
export function said(agenda: Agenda, step: Step, day: string, before: string | null): string {
  const words = sayAgenda().did;
  const to = agenda.days.find(({ id }) => id === day);
  if (day === WAITING || !to) return words.waits(named(step));
  const others = standing(agenda, day).filter(({ id }) => id !== step.id);
  const at = others.findIndex(({ id }) => id === before);
  const steps = others.toSpliced(at < 0 ? others.length : at, 0, step);
  const slot = slots({ ...to, steps })[steps.indexOf(step)];
  return words.movedStep(named(step), clock(slot?.start ?? to.start));
}
