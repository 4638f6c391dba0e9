// How long a round stays open, as a clock says it.

/** '4:05' until `closesAt`, both in milliseconds since 1970; null once it is over. */
export function timeLeft(closesAt: number, now: number): string | null {
  const seconds = Math.ceil((closesAt - now) / 1_000);
  if (seconds <= 0) return null;
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const parts = hours > 0 ? [hours, pad(minutes)] : [minutes];
  return [...parts, pad(seconds % 60)].join(":");
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
