// Who an ephemeral message is from. Its `senderId` is what its sender says; `participant` is the server's word for it, and
// automerge-repo hands on one of them only: both are put into one.
import type { Message, PeerId } from "@automerge/automerge-repo/slim";

/** A person, and the socket they speak by. */
export type Speaker = { participant: string; peer: string };

/** No id of a person has it in it. */
const BETWEEN = "/";

/** The message under a sender nobody can choose; null for one that does not say whose it is. */
export function attributed(message: Message & { participant?: unknown }): Message | null {
  if (message.type !== "ephemeral") return message;
  const { participant, senderId } = message;
  if (typeof participant !== "string") return null;
  return { ...message, senderId: `${participant}${BETWEEN}${senderId}` as PeerId };
}

/** Who the sender of an attributed message is. */
export function speakerOf(sender: string): Speaker {
  const [participant = "", ...peer] = sender.split(BETWEEN);
  return { participant, peer: peer.join(BETWEEN) };
}
