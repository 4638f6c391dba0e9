// How much something holds, as people say it: '12 Mo'.

const units = { fr: ["Ko", "Mo", "Go"], en: ["kB", "MB", "GB"] } as const;

/** Nothing is smaller than a kilobyte; beyond it one decimal is enough to tell two sizes apart. */
export function size(bytes: number, language: "fr" | "en"): string {
  let amount = Math.max(bytes, bytes > 0 ? 1024 : 0) / 1024;
  let unit = 0;
  while (amount >= 1024 && unit < 2) {
    amount /= 1024;
    unit += 1;
  }
  const digits = amount < 10 && unit > 0 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount);
  return `${number}\u00a0${units[language][unit] ?? ""}`;
}
