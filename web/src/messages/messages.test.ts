import { expect, test } from "vitest";
import { chatEn } from "./chat.en";
import { chatFr } from "./chat.fr";
import { deletionEn } from "./deletion.en";
import { deletionFr } from "./deletion.fr";
import { documentsEn } from "./documents.en";
import { documentsFr } from "./documents.fr";
import { homeEn } from "./home.en";
import { homeFr } from "./home.fr";
import { inviteEn } from "./invite.en";
import { inviteFr } from "./invite.fr";
import { networkEn } from "./network.en";
import { networkFr } from "./network.fr";
import { peopleEn } from "./people.en";
import { peopleFr } from "./people.fr";
import { programsEn } from "./programs.en";
import { programsFr } from "./programs.fr";
import { structureEn } from "./structure.en";
import { structureFr } from "./structure.fr";
import { unacceptedEn } from "./unaccepted.en";
import { unacceptedFr } from "./unaccepted.fr";
import { en } from "./en";
import { fr } from "./fr";
import { sentencesIn as sentences, type Tree } from "./testing/sentences";

const languages = {
  fr: {
    ...fr,
    chat: chatFr,
    deletion: deletionFr,
    documents: documentsFr,
    home: homeFr,
    invite: inviteFr,
    network: networkFr,
    people: peopleFr,
    programs: programsFr,
    structure: structureFr,
    unaccepted: unacceptedFr,
  },
  en: {
    ...en,
    chat: chatEn,
    deletion: deletionEn,
    documents: documentsEn,
    home: homeEn,
    invite: inviteEn,
    network: networkEn,
    people: peopleEn,
    programs: programsEn,
    structure: structureEn,
    unaccepted: unacceptedEn,
  },
};

test("both languages say the same things", () => {
  const paths = (tree: Tree): string[] => sentences(tree).map(([path]) => path);
  expect(paths(languages.en)).toEqual(paths(languages.fr));
});

test.each(Object.entries(languages))("nothing is left empty in %s", (_, tree) => {
  for (const [path, sentence] of sentences(tree)) expect(sentence.trim(), path).not.toBe("");
});

test.each(Object.entries(languages))("the words are those of a workshop in %s", (_, tree) => {
  const strange = /\b(board|swimlane|tokens?|sync\w*|payload|markdown|websockets?|client)\b/i;
  const found = sentences(tree).filter(([, text]) => strange.test(text));
  expect(found).toEqual([]);
});

test("French is typeset as French", () => {
  for (const [path, sentence] of sentences(languages.fr)) {
    expect(sentence, path).not.toMatch(/['"]|\.\.\.|(?<!\p{L})(tu|ton|ta|tes)(?!\p{L})/u);
    // A mark that stands apart must not begin a line.
    expect(sentence, path).not.toMatch(/ [;:!?»]|« /);
  }
});

test("one is singular, in French zero is too", () => {
  expect(documentsFr.shelf(1)).toMatch(/^1 document /);
  expect(documentsFr.shelf(2)).toMatch(/^2 documents /);
  expect(documentsEn.shelf(1)).toMatch(/^1 document /);
  expect(documentsEn.shelf(0)).toMatch(/^0 documents /);
});
