// A document of ten pages, read by another program than ours: mammoth finds every letter in its order.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import mammoth from "mammoth";
import { Server } from "../world/server.ts";
import { Visitor } from "../world/visitor.ts";

const ROOT = new URL("../..", import.meta.url);

const server = await Server.start();
after(() => server.close());

test("every letter of the guide is in its place in Word", async () => {
  const nadia = new Visitor(server);
  const { id } = await nadia.createsWorkshop();
  const pad = await bringsIn(nadia, id, await written());
  const letters = lettersOf((await (await takes(nadia, pad, "txt")).text()).replaceAll("[x]", ""));
  assert.ok(letters.length > 15_000, `${String(letters.length)} letters`);
  const buffer = Buffer.from(await (await takes(nadia, pad, "docx")).arrayBuffer());
  const { value } = await mammoth.convertToHtml({ buffer });
  assertHolds(lettersOf(textOf(value)), letters);
});

async function written(): Promise<string> {
  const everything = await readFile(new URL("crdt/tests/documents/everything.md", ROOT), "utf8");
  return `${await readFile(new URL("docs/guide-animation.md", ROOT), "utf8")}\n\n${everything}`;
}

async function bringsIn(visitor: Visitor, space: string, body: string): Promise<string> {
  const path = `/api/spaces/${space}/documents/import?name=a.md&apply=true`;
  const headers = { "content-type": "application/octet-stream", cookie: visitor.cookie };
  const made = await fetch(`${server.url}${path}`, { method: "POST", headers, body });
  assert.equal(made.status, 200);
  const { document } = (await made.json()) as { document: { id: string } };
  return document.id;
}

function takes(visitor: Visitor, pad: string, format: string): Promise<Response> {
  return visitor.asks("GET", `/api/documents/${pad}.${format}`);
}

/** Latin letters alone: spaces, signs, numbers of items and right-to-left lines are written in each program's own way. */
function lettersOf(text: string): string {
  return (text.normalize("NFC").match(/\p{Script=Latin}+/gu) ?? []).join("");
}

function textOf(html: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html.replace(/<[^>]*>/g, "").replace(/&(\w+);/g, (_, name: string) => signs[name] ?? "");
}

/** Fails with what comes where the first letter is lost. */
function assertHolds(found: string, wanted: string): void {
  const start = found.indexOf(wanted.slice(0, 100));
  assert.notEqual(start, -1, "it does not begin as it should");
  const lost = Array.from(wanted).findIndex((letter, at) => found[start + at] !== letter);
  assert.equal(lost, -1, `lost: ${wanted.slice(lost, lost + 40)}`);
}
