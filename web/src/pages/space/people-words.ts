// What people are and what can be done about them, in the words of the kind of space they are in.
import type { RoleView } from "../../generated/RoleView";
import type { SpaceView } from "../../generated/SpaceView";
import { say } from "../../messages/say.svelte";
import { sayPeople } from "../../messages/say-people";

/** A role that somebody can be left with. */
export type LesserRole = Exclude<RoleView, "facilitator">;

type Words = {
  roles: Record<RoleView, string>;
  /** The roles that can be given there, by what giving them means. */
  gifts: { role: RoleView; label: string }[];
  /** Changes what one is called. */
  edit: string;
  /** Above those who are not here. */
  away: string;
  remove: string;
  removeText: string;
  /** What somebody loses who keeps only this role. */
  lessText: Record<LesserRole, string>;
  /** What a change of links and code means. */
  newLinksText: string;
  removed: (name: string) => string;
};

export function peopleWords(kind: SpaceView["kind"]): Words {
  const { roles, space } = say();
  if (kind === "structure") {
    const { member } = sayPeople();
    return {
      ...member,
      roles: { ...roles, participant: roles.member },
      gifts: [
        { role: "participant", label: member.makeParticipant },
        { role: "reader", label: member.makeReader },
      ],
    };
  }
  const { person } = sayPeople();
  return {
    ...person,
    roles,
    away: space.away,
    gifts: [
      { role: "facilitator", label: person.makeFacilitator },
      { role: "participant", label: person.makeParticipant },
      { role: "reader", label: person.makeReader },
    ],
  };
}
