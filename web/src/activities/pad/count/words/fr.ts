// The sentences of the count of words, in French.
const amount = (n: number, one: string): string =>
  `${n.toLocaleString("fr")} ${one}${n > 1 ? "s" : ""}`;

export const countFr = {
  count: (words: number, characters: number) =>
    `${amount(words, "mot")}, ${amount(characters, "signe")}`,
  chosen: (part: string, all: string) => `Sélection : ${part}. En tout : ${all}`,
};
