// The order in which things stand: the same on every device, whatever language it speaks.

/** By code unit, as the server orders what is written in letters and digits: not by the alphabet of a language. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

/** By rank, then by id. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  return compare(a.rank, b.rank) || byId(a, b);
}
