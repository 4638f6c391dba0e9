// Fetches the chat once what one came for can be written in: nobody waits for it.
import { settled } from "../../live/settled";
import { spoken } from "../../messages/say.svelte";

/** Rejects without a network: then there is no chat. */
export const fetchChat = async (): Promise<typeof import("./Chat.svelte")> => {
  await settled;
  return spoken(import("./Chat.svelte"));
};
