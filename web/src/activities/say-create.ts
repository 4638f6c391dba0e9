// What is said where a document of each kind is made, by the paths of the files: fetched with what makes them.
import type { DocumentKind } from "../generated/DocumentKind";
import { sentences } from "../messages/say.svelte";
import type { CreateWords } from "./kind";

const french = import.meta.glob<CreateWords>("./*/words/create.fr.ts", {
  eager: true,
  import: "createFr",
});

/** What is said where a document of a kind is made. */
export const sayCreate = sentences(byKind(french, "fr"), async () =>
  byKind((await import("./create-in-english")).english, "en"),
);

function byKind(
  files: Record<string, CreateWords>,
  language: "fr" | "en",
): (kind: DocumentKind) => CreateWords {
  return (kind) => {
    const words = files[`./${kind}/words/create.${language}.ts`];
    if (!words) throw new Error(`activities/${kind}/words has no create.${language}.ts`);
    return words;
  };
}
