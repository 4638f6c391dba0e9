// The sentences about the people of a space, in English.
import type { peopleFr } from "./people.fr";

export const peopleEn: typeof peopleFr = {
  person: {
    edit: "My name and organisation",
    actions: (name) => `Actions for ${name}`,
    makeFacilitator: "Make a facilitator",
    makeParticipant: "Let write",
    makeReader: "Let only read",
    remove: "Remove from the workshop",
    removeTitle: (name) => `Remove ${name}?`,
    removeText:
      "Their name is erased and their devices can no longer open the workshop. What they wrote stays.",
    removed: (name) => `${name} is no longer in the workshop.`,
    changed: "Changed.",
    lessTitle: (name) => `Give ${name} fewer rights?`,
    lessText: {
      participant: "They can write and vote, and no longer facilitate the workshop.",
      reader:
        "They can read, and no longer write. Their ballot is taken out of the votes that are open.",
    },
    newLinks: "Change the invitation links and the code as well",
    newLinksText:
      "Everybody who is in stays in. The links and the code given so far no longer open the workshop, nor do QR codes that are already printed. If you do not change them, this person can come back by one of them with another device.",
    linksChanged: "The links and the code have changed.",
    programs: "Access for programs",
  },
  member: {
    edit: "Change my first name",
    away: "Not here right now",
    makeParticipant: "Let write",
    makeReader: "Let read only",
    remove: "Remove from the organisation",
    removeText:
      "Their name is erased and their devices can no longer open the organisation. What they wrote stays.",
    removed: (name) => `${name} is no longer in the organisation.`,
    lessText: { participant: "They can write.", reader: "They can read, and no longer write." },
    newLinksText:
      "The members who are in stay in. The links and the code given so far no longer open the organisation, nor do QR codes that are already printed. If you do not change them, this person can come back by one of them with another device.",
    herLink: "Their link to come",
  },
};
