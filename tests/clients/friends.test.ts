// A recorded session of two people, replayed by two stock clients through the real server.
//
// Each line of the text is a paragraph, as it would be in the editor: a block marker takes the place of
// the line break, one unit wide as well, so the recorded positions hold (after the first marker).
import assert from "node:assert/strict";
import { test } from "node:test";
import { reads, text } from "../world/pad.ts";
import { Player, type Progress } from "../world/player.ts";
import { missingTrace, readTrace } from "../world/trace.ts";
import { OpenWorkshop } from "../world/workshop.ts";

const WHOLE_REPLAY_MS = 600_000;

test(
  "two friends' session ends in the same text everywhere and outlives a restart",
  { skip: missingTrace, timeout: WHOLE_REPLAY_MS },
  async () => {
    const trace = readTrace();
    const workshop = await OpenWorkshop.opens();
    const clients = await Promise.all([workshop.connects("Rachel"), workshop.connects("Monica")]);
    const pads = await Promise.all(clients.map((client) => client.opens(workshop.pad)));
    const progress: Progress = { made: [] };
    await Promise.all(pads.map((pad, agent) => new Player(trace, agent, pad, progress).plays()));

    for (const pad of pads) await reads(pad, "the end", (body) => body === trace.endContent);
    for (const [agent, client] of clients.entries()) await client.saved(pads[agent] ?? fails());
    assert.equal(
      (await workshop.facilitator.exports(workshop.pad, "txt")).trimEnd(),
      trace.endContent,
    );

    await workshop.server.kill();
    await workshop.server.restart();
    assert.equal(
      (await workshop.facilitator.exports(workshop.pad, "txt")).trimEnd(),
      trace.endContent,
    );
    const late = await workshop.connects("Phoebe");
    assert.equal(text((await late.opens(workshop.pad)).doc()), trace.endContent);
  },
);

function fails(): never {
  throw new Error("each client has its pad");
}
