// @vitest-environment happy-dom
// What people copy in other programs reads in a pad as it did there.
import { expect, test } from "vitest";
import { pasted } from "./testing/paste";
import { SAMPLES } from "./testing/samples";
import { said } from "./testing/say";

const READS: Readonly<Record<string, string[]>> = {
  "google-docs": [
    "# Compte rendu",
    "Une phrase **en gras*** et penchée*, voir [l’ordre du jour](https://example.org/ordre)",
    "",
    "- louer la salle",
    "  - appeler la mairie",
    "1. **accueil**",
    "1. tour de table",
  ],
  "google-docs-checks": ["[ ] réserver le camion", "[x] envoyer les invitations"],
  word: [
    "## Matériel",
    "Une phrase que Word coupe dans sa source, parce qu’elle est **bien longue** : il faut la lire d’un trait.",
    "",
    "- louer",
    "  - un camion",
    "- **acheter** du pain",
    "1. accueil",
    "  1. café",
    "[ ] prévenir",
    "[x] affiches",
    "| **Qui** | **Quoi** |",
    "| Ana | les tables et les chaises |",
  ],
  "word-online": ["## À faire", "- louer", "  - **un camion**"],
  libreoffice: [
    "# Réunion du quartier",
    "Une phrase assez longue pour que Writer la coupe dans **sa source**, et __soulignée__ puis ~~barrée~~.",
    "",
    "- louer la salle des fêtes",
    "- acheter",
    "  - du pain",
    "1. accueil",
    "| Qui | Quand |",
    "| Bo |  |",
  ],
  firefox: [
    "## Usages numériques",
    "Un paragraphe avec *des mots* **importants**, et [un lien](https://example.org/a).",
    "Deuxième ligne⏎après un retour.",
    "- premier point",
    "- deuxième",
    "  1. dedans",
    "> Une citation.",
    "ligne 1",
    "  ligne 2",
    "",
    "ligne 4",
    "piège",
  ],
  "apple-notes": ["**Courses**", "", "- pain", "- lait *entier*", "", "À demain"],
  github: ["### À faire", "[ ] écrire README", "[x] relire", "  [ ] dedans"],
  notion: [
    "Préparer la journée",
    "[ ] louer la salle",
    "[x] prévenir **tout** le monde",
    "  - simple puce",
  ],
  excel: ["| Action | Qui | Jour |", "| Louer |  | 14/03/2027 |"],
};

test("every sample is read", () => {
  expect([...SAMPLES.keys()].sort()).toEqual(Object.keys(READS).sort());
});

test.each(Object.entries(READS))("%s", (program, lines) => {
  expect(said(pasted(SAMPLES.get(program) ?? ""))).toEqual(lines);
});
