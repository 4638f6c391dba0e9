// Takes somebody who was never here from the square on the wall to a first contribution, on an Android phone with a processor
// four times slower and a mobile network, for each kind of document; prints what that took as one line of JSON.
import { chromium, expect, type Browser } from "@playwright/test";
import config from "../playwright.config.ts";
import { Guest } from "../browser/guest.ts";
import { kinds, rowOf } from "../browser/kinds/rows.ts";
import { contributesFirst, type Screen } from "../browser/newcomer.ts";
import { ANDROID } from "../browser/thumb.ts";
import { Server } from "../world/server.ts";
import { Visitor } from "../world/visitor.ts";
import { NarrowRoad, REGULAR_3G, SLOW_3G, type Network } from "./narrow-road.ts";

const networks: Record<string, Network> = { "Regular 3G": REGULAR_3G, "Slow 3G": SLOW_3G };
/** How much slower a phone is than the processor here. */
const SLOWER = 4;
/** From one letter to the next, as one types one's own name on a phone. */
const LETTER_MS = 250;
const TITLE = "À plusieurs";
/** So long it may take before it counts as a failure. */
const PATIENCE_MS = 120_000;

/** From following the link, in milliseconds, until each screen is there; and what had come down the network by then. */
type Measured = { kind: string; network: string; downKb: number } & Record<`${Screen}Ms`, number>;

const server = await Server.start();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  expect.configure({ timeout: PATIENCE_MS });
  const all: Measured[] = [];
  for (const network of Object.keys(networks))
    for (const kind of kinds) all.push(await measure(browser, kind, network));
  process.stdout.write(`${JSON.stringify(all)}\n`);
} finally {
  await browser.close();
  await server.close();
}

async function measure(browser: Browser, kind: string, name: string): Promise<Measured> {
  const road = await NarrowRoad.to(server.port, networks[name] ?? REGULAR_3G);
  const context = await browser.newContext({ ...ANDROID, locale: "fr-FR" });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    const { invitation } = await prepare(kind, road.url);
    const guest = new Guest(await context.newPage(), road.url);
    const phone = await context.newCDPSession(guest.page);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const times = { joinMs: 0, workshopMs: 0, documentMs: 0, contributedMs: 0 };
    const begun = performance.now();
    const note = (screen: Screen): Promise<void> => {
      times[`${screen}Ms`] = Math.round(performance.now() - begun);
      return Promise.resolve();
    };
    await contributesFirst(guest, invitation, note, LETTER_MS);
    return { kind, network: name, ...times, downKb: Math.round(road.downBytes / 1000) };
  } finally {
    await context.close();
    road.close();
  }
}

/** A workshop with one document of the kind. */
async function prepare(kind: string, origin: string) {
  const facilitator = new Visitor(server);
  const workshop = await facilitator.createsWorkshop();
  const path = `/api/spaces/${workshop.id}/documents`;
  const answer = await facilitator.asks("POST", path, { kind, title: TITLE });
  const { id } = (await answer.json()) as { id: string };
  const link = workshop.links.participant.replace(server.url, origin);
  const begins = async (): Promise<void> => rowOf(kind).prepares?.(facilitator, id);
  return { invitation: { link, kind, title: TITLE, begins } };
}
