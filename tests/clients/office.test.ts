// What office programs are given: read by another program than ours, of another language.
import assert from "node:assert/strict";
import { test } from "node:test";
import mammoth from "mammoth";
import { Server } from "../world/server.ts";
import { Visitor } from "../world/visitor.ts";

const PAGE = `<title>Bilan</title><h1>Bilan</h1><h2>Décisions &amp; suites</h2>
<p>Avec <b>force</b>, <i>nuance</i> et <a href="https://example.org/?a=1&amp;b=2">un lien</a>.<br>Deuxième ligne</p>
<ul><li>une puce<ol><li>un</li><li>deux</li></ol></li></ul><ol><li>un encore</li></ol>
<ul><li><input type="checkbox" checked> fait</li><li><input type="checkbox"> à faire</li></ul>
<blockquote>Une citation</blockquote>`;

/** What mammoth makes of it: headings by their style, lists by their numbering, boxes as boxes. */
const READ =
  "<p>Bilan</p><h1>Décisions &amp; suites</h1>" +
  '<p>Avec <strong>force</strong>, <em>nuance</em> et <a href="https://example.org/?a=1&amp;b=2">un lien</a>.<br />Deuxième ligne</p>' +
  "<ul><li>une puce<ol><li>un</li><li>deux</li></ol></li></ul><ol><li>un encore</li></ol>" +
  '<p><input type="checkbox" checked="checked" />\tfait</p><p><input type="checkbox" />\tà faire</p>' +
  "<p>Une citation</p>";

const server = await Server.start();

test("a document of Word holds headings, lists, boxes and links where another program looks for them", async () => {
  const nadia = new Visitor(server);
  const { id } = await nadia.createsWorkshop();
  const made = await sends(
    nadia,
    `/api/spaces/${id}/documents/import?name=a.html&apply=true`,
    PAGE,
  );
  const { document } = (await made.json()) as { document: { id: string } };
  const file = await nadia.asks("GET", `/api/documents/${document.id}.docx`);
  const buffer = Buffer.from(await file.arrayBuffer());
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  assert.equal(value, READ);
  const unknown = messages.filter(({ message }) => !/(Title|Quote|List Paragraph)/.test(message));
  assert.deepEqual(unknown, []);
});

function sends(visitor: Visitor, path: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/octet-stream", cookie: visitor.cookie };
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method: "POST", headers, body });
}
