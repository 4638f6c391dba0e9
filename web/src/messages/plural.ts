// Counts people read: 'personne' or 'personnes', as the number asks.

type Count = (n: number, one: string, many: string) => string;

/** How a language counts. */
export function counting(language: "fr" | "en"): Count {
  const plural = new Intl.PluralRules(language);
  return (n, one, many) => `${String(n)} ${plural.select(n) === "one" ? one : many}`;
}
