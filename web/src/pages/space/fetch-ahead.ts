// What a workshop needs, fetched while somebody says who they are: on a poor network that takes longer than typing a name.
import { spoken } from "../../messages/say.svelte";

/** Fetches it, in the order in which it is needed. Rejects without a network: then it is fetched when it is needed. */
export async function fetchAhead(): Promise<void> {
  const connection = import("../../sync/connection");
  await Promise.all([spoken(import("../Space.svelte")), spoken(import("../Workshop.svelte"))]);
  const { ready } = await connection;
  await Promise.all([ready(), spoken(import("../DocumentPage.svelte"))]);
}
