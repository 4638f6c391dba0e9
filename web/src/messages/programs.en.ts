// The sentences about the programs that act for a person, in English.
import { counting } from "./plural";
import type { programsFr } from "./programs.fr";

const count = counting("en");

export const programsEn: typeof programsFr = {
  title: "Access for programs",
  lead: "A program (a script, another tool) can read or write here in your name, with a key that you give it. It can neither vote, nor invite, nor remove anybody. The key ends when you revoke it or leave.",
  keys: (n) => (n === 0 ? "No key so far" : count(n, "key", "keys")),
  name: "Name of the program",
  nameHint: "To know it by, for instance “Nightly backup”.",
  scope: "What it can do",
  scopes: { read: "Only read", write: "Read and write" },
  make: "Make a key",
  made: (name) => `Key of “${name}”`,
  madeHint:
    "It will not be shown again: copy it now, and give it to this program alone. Whoever has it acts in your name.",
  copy: "Copy the key",
  neverUsed: "never used",
  used: (day) => `used on ${day}`,
  revoke: "Revoke the key",
  revokeOf: (name) => `Revoke the key: ${name}`,
  revoked: (name) => `The key of “${name}” opens nothing any more.`,
};
