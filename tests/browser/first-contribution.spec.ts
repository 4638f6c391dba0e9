// A first contribution from a phone: three screens with one thing to do on each, and few enough bytes for a poor network.
import { expect, type Locator } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { kinds, rowOf } from "./kinds/rows.ts";
import { contributesFirst, type Screen } from "./newcomer.ts";
import { Together } from "./together.ts";
import { ANDROID } from "./thumb.ts";

const TITLE = "À plusieurs";
const TARGET_PX = 44;
/** What the page fetches until then, as it comes over the network: less than twelve seconds of 'Regular 3G'. */
const BYTES_MAX = 1_000_000;

for (const kind of kinds) {
  test(`${kind}: on a phone each screen on the way shows one thing to do`, async ({
    server,
    arrives,
  }) => {
    const { facilitator, workshop } = await Together.prepares(server, arrives);
    const path = `/api/spaces/${workshop.id}/documents`;
    const answer = await facilitator.asks("POST", path, { kind, title: TITLE });
    const { id } = (await answer.json()) as { id: string };
    const awa = await arrives({ ...ANDROID, serviceWorkers: "block" });
    const fetched = await countBytes(awa);
    const screens: Screen[] = [];
    const link = workshop.links.participant;
    const begins = async (): Promise<void> => rowOf(kind).prepares?.(facilitator, id);
    await contributesFirst(
      awa,
      { link, kind, title: TITLE, begins },
      async (screen, toDo) => {
        screens.push(screen);
        if (screen !== "contributed") await isTheOneThing(awa, toDo);
      },
      0,
    );
    expect(screens).toEqual(["join", "workshop", "document", "contributed"]);
    expect(fetched()).toBeLessThan(BYTES_MAX);
  });
}

/** It is seen without scrolling, a thumb finds it, and nothing else is as loud. */
async function isTheOneThing(guest: Guest, toDo: Locator): Promise<void> {
  await expect(toDo).toBeInViewport({ ratio: 1 });
  const { height = 0 } = (await toDo.boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(TARGET_PX);
  const own = (await toDo.innerText()).trim();
  const loud = await guest.page.evaluate(loudButtons);
  expect(loud.filter((words) => words !== own)).toEqual([]);
}

/** The words of the buttons in the colour that calls. It is run in the browser: it needs nothing from here. */
function loudButtons(): string[] {
  const probe = document.createElement("i");
  probe.style.setProperty("background", "var(--accent)");
  document.body.append(probe);
  const accent = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll("button")]
    .filter((button) => button.checkVisibility() && !button.disabled && !button.ariaPressed)
    .filter((button) => getComputedStyle(button).backgroundColor === accent)
    .map((button) => button.innerText.trim());
}

/** How many bytes the page has fetched since. */
async function countBytes(guest: Guest): Promise<() => number> {
  let bytes = 0;
  const network = await guest.context.newCDPSession(guest.page);
  await network.send("Network.enable");
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}
