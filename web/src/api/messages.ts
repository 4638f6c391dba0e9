// What the web app asks of the server about what people of a space say to each other.
import type { MessagesView } from "../generated/MessagesView";
import type { MessageView } from "../generated/MessageView";
import type { SayMessage } from "../generated/SayMessage";
import type { SpaceView } from "../generated/SpaceView";
import { ask } from "./client";

/** The last messages to the whole space or, with `document`, beside it; those before a number when there is one. */
export function messagesOf(
  space: string,
  document: string | null,
  before?: number,
): Promise<MessagesView> {
  const query = new URLSearchParams({
    ...(document !== null && { document }),
    ...(before !== undefined && { before: String(before) }),
  });
  return ask("GET", `/api/spaces/${space}/messages?${query.toString()}`);
}
export const sayMessage = (space: string, said: SayMessage): Promise<MessageView> =>
  ask("POST", `/api/spaces/${space}/messages`, said);
export const takeBackMessage = (space: string, message: string): Promise<void> =>
  ask("DELETE", `/api/spaces/${space}/messages/${message}`);
/** Lets people of a space talk to each other in it, or no more. */
export const turnChat = (space: string, chat: boolean): Promise<SpaceView> =>
  ask("PATCH", `/api/spaces/${space}`, { chat });
