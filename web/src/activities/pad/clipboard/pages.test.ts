// @vitest-environment happy-dom
// Small pages and what they read as in a pad.
import { expect, test } from "vitest";
import { pasted } from "./testing/paste";
import { said } from "./testing/say";

const reads = (html: string): string[] => said(pasted(html));

test.each<[string, string, string[]]>([
  ["words and a line end", "un\n   mot", ["un mot"]],
  ["spaces between marks", "<p><b>un</b>\n<i>deux</i> </p>", ["**un** *deux*"]],
  ["hard spaces that hold others", "<p>un&nbsp; deux&nbsp;&nbsp;trois</p>", ["un  deux  trois"]],
  ["a hard space of French", "<p>12&nbsp;%</p>", ["12\u00a0%"]],
  [
    "lines of a mail",
    "<div>un<br>deux</div><div><br></div><div>trois</div>",
    ["un", "deux", "", "trois"],
  ],
  ["paragraphs without text", "<p></p><p>un</p>\n<p> </p><p>deux</p>", ["un", "deux"]],
  ["a line kept open", "<p>un</p><p>&nbsp;</p><p>deux<br></p>", ["un", "", "deux"]],
  ["white space that is meant", '<p style="white-space: pre-wrap">a  b\nc</p>', ["a  b⏎c"]],
  ["lines that are meant", '<p style="white-space:pre-line">a   b\n c</p>', ["a b⏎c"]],
  ["hidden text", '<p>un<span style="display:none">deux</span></p>', ["un"]],
  ["smaller headings", "<h1>un</h1><h4>quatre</h4><h6>six</h6>", ["# un", "### quatre", "### six"]],
  [
    "a heading that is bold",
    "<h2><b>un</b></h2><h2>deux <b>trois</b></h2>",
    ["## un", "## deux **trois**"],
  ],
  ["marks by style", '<span style="font-weight:600;font-style:italic">a</span>', ["***a***"]],
  ["marks taken off by style", '<b>a<span style="font-weight: normal">b</span></b>', ["**a**b"]],
  ["lines through text", '<span style="text-decoration-line: line-through">a</span>', ["~~a~~"]],
  ["links that may not be followed", '<a href="javascript:x()">a</a> <a href="/b">b</a>', ["a b"]],
  ["an address of mail", '<a href="mailto:a@b.fr"><u>a</u></a>', ["[a](mailto:a@b.fr)"]],
  ["an empty item", "<ul><li>un</li><li></li><li><br></li></ul>", ["- un", "- ", "- "]],
  ["paragraphs in an item", "<ul><li><p>un</p><p>deux</p></li></ul>", ["- un⏎deux"]],
  ["a list in a list without an item", "<ul><li><ul><li>un</li></ul></li></ul>", ["  - un"]],
  ["items without their list", "<li>un</li><li>deux</li>", ["- un", "- deux"]],
  ["deep lists", "<ul>".repeat(9) + "<li>un", ["          - un"]],
  [
    "a box outside a list",
    "<p><input type=checkbox> un</p><p><input type=checkbox checked>deux</p>",
    ["[ ] un", "[x] deux"],
  ],
  [
    "boxes on lines",
    "<input type=checkbox> un<br><input type=checkbox checked> deux",
    ["[ ] un", "[x] deux"],
  ],
  [
    "a box in a label",
    "<ul><li><label><input type=checkbox checked> un</label></li></ul>",
    ["[x] un"],
  ],
  [
    "a task of another editor",
    '<ul><li data-checked="true"><label><input type="checkbox" checked><span></span></label><div><p>un</p></div></li></ul>',
    ["[x] un"],
  ],
  ["signs as boxes", "<p>☐ un</p><p>☑ deux</p><p>☒trois</p>", ["[ ] un", "[x] deux", "[x] trois"]],
  ["signs of Symbol", "<p>\uf0b7 un</p><p>·&nbsp;&nbsp;&nbsp; deux</p>", ["- un", "- deux"]],
  ["dashes over lines", "<p>Liste :<br>- un<br>- deux</p>", ["Liste :", "- un", "- deux"]],
  ["a dash alone", "<p>– Bonjour, dit-elle.</p>", ["– Bonjour, dit-elle."]],
  ["an address", "<p>12. rue de la Paix</p>", ["12. rue de la Paix"]],
  ["numbers over lines", "<p>1. un</p><p>2. deux</p>", ["1. un", "1. deux"]],
  ["a quotation", "<blockquote>un<br>deux</blockquote>", ["> un", "> deux"]],
  [
    "a block only moved in",
    '<blockquote style="margin:0 0 0 40px;border:none">un</blockquote>',
    ["un"],
  ],
  [
    "a table in one column",
    "<table><tr><td>un</td></tr><tr><td>deux</td></tr></table>",
    ["un", "deux"],
  ],
  [
    "a table around tables",
    "<table><tr><td>un</td><td><table><tr><td>deux</td></tr></table></td></tr></table>",
    ["un", "deux"],
  ],
  [
    "boxes in a table",
    "<table><tr><td><input type=checkbox checked></td><td>un</td></tr><tr><td>a</td><td>b <input type=checkbox></td></tr></table>",
    ["| ☑ | un |", "| a | b ☐ |"],
  ],
  [
    "lines of a program",
    '<div style="white-space: pre;"><div>a {</div><div>  b</div></div>',
    ["a {", "  b"],
  ],
  ["breaks around words", "<p><br>un<br><br></p>", ["⏎un"]],
  ["marked breaks", "<p><b>un<br>deux</b></p>", ["**un⏎deux**"]],
  ["a picture of a face", '<p>un <img alt="😀" src="x.png"><img alt="logo"></p>', ["un 😀"]],
  [
    "pictures of other servers",
    '<p>un <img alt="plan" src="https://e.org/p.png"> <img src="https://e.org/q.png" width="1"></p>',
    ["un [plan](https://e.org/p.png)"],
  ],
  ["nothing", "<p></p><!-- rien -->", []],
])("%s", (_, html, lines) => {
  expect(reads(html)).toEqual(lines);
});
