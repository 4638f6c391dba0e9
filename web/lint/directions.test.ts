// Words of people run the way their letters do, whatever the language of the page: where a component shows or takes
// some, the browser is told to look at them.
import { parse, type AST } from "svelte/compiler";
import { expect, test } from "vitest";
import { sources, type Source } from "./sources";

/** Sentences of the app itself, even when somebody's words are quoted in them. */
const SENTENCE = /^(?:say\w*\(\)|words(?:\(\))?|did)[.[]/;
/** What people give names to, and what they call it. */
const OF_PEOPLE =
  /\.(?:title|name|text|about|structure|description)\b(?!\()|\bnameOf\(|^(?:title|name|text|about)$/;
/** Kinds of input in which no words are written. */
const WORDLESS = /^(?:checkbox|radio|date|time|file|number|color|range)$/;

/** By the name of the component: what is called so there and is a sentence of the app, or stands where there is a direction. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  "Cards.svelte": ["title"],
  "InsertMenu.svelte": ["one.name"],
  "Result.svelte": ["title"],
  "Rich.svelte": ["piece.text"],
  "Notices.svelte": ["notice.text"],
  "RightLost.svelte": ["text"],
  "Rules.svelte": ["text"],
  "Section.svelte": ["title"],
  "Missing.svelte": ["title"],
};

type Found = { what: string; isRight: boolean };

/** The places of a component where words of people are, and whether each has a direction. */
function placesIn(text: string): Found[] {
  const found: Found[] = [];
  const source = ({ start, end }: Piece): string => text.slice(start, end);
  const look = (node: unknown, hasDirection: boolean): void => {
    if (Array.isArray(node)) for (const one of node) look(one, hasDirection);
    else if (isNode(node)) lookAt(node, hasDirection);
  };
  const lookAt = (node: AST.TemplateNode, hasDirection: boolean): void => {
    if (node.type === "ExpressionTag") {
      for (const what of choicesOf(node.expression).map(source))
        if (isOfPeople(what)) found.push({ what, isRight: hasDirection });
    } else if (node.type === "RegularElement") {
      const isRight = hasDirection || node.name === "bdi" || has(node, "dir");
      if (takesWords(node)) found.push({ what: `<${node.name}>`, isRight: has(node, "dir") });
      look(node.fragment, isRight);
    } else if (node.type !== "TitleElement")
      for (const part of PARTS) look(Reflect.get(node, part), hasDirection);
  };
  look(parse(text, { modern: true }).fragment, false);
  return found;
}

type Piece = { start: number; end: number };

/** What an expression may come to. */
function choicesOf(expression: AST.ExpressionTag["expression"]): Piece[] {
  if (expression.type !== "ConditionalExpression") return [expression as unknown as Piece];
  return [expression.consequent, expression.alternate].flatMap(choicesOf);
}

/** Where the children of a node are. */
const PARTS = ["nodes", "fragment", "consequent", "alternate", "body", "fallback", "then", "catch"];

const isNode = (node: unknown): node is AST.TemplateNode =>
  typeof node === "object" && node !== null && "type" in node;

const isOfPeople = (what: string): boolean => !SENTENCE.test(what) && OF_PEOPLE.test(what);

const has = ({ attributes }: AST.RegularElement, name: string): boolean =>
  attributes.some((one) => one.type === "Attribute" && one.name === name);

function takesWords(element: AST.RegularElement): boolean {
  const { name, attributes } = element;
  if (name === "textarea") return true;
  if (name !== "input" || has(element, "readonly")) return false;
  const type = attributes.find((one) => one.type === "Attribute" && one.name === "type");
  const value = type?.type === "Attribute" && Array.isArray(type.value) ? type.value[0] : undefined;
  return !(value?.type === "Text" && WORDLESS.test(value.data));
}

type Component = { name: string; places: readonly Found[] };

const component = ({ path, text }: Pick<Source, "path" | "text">): Component => ({
  name: path.slice(path.lastIndexOf("/") + 1),
  places: placesIn(text),
});

/** The places of a component that lack a direction. */
function undirected({ name, places }: Component): string[] {
  return places
    .filter(({ what, isRight }) => !isRight && !OWN[name]?.includes(what))
    .map(({ what }) => `${name} ${what.replace(/\s+/g, " ")}`);
}

const components = sources.filter(({ path }) => path.endsWith(".svelte")).map(component);

test("whatever people write has a direction of its own", () => {
  expect(components.flatMap(undirected)).toEqual([]);
});

test("what is said to be the app's own is still there", () => {
  const shown = components.flatMap(({ name, places }) =>
    places.map(({ what }) => `${name} ${what}`),
  );
  const own = Object.entries(OWN).flatMap(([name, whats]) =>
    whats.map((what) => `${name} ${what}`),
  );
  expect(own.filter((one) => !shown.includes(one))).toEqual([]);
});

test("a place without a direction is found", () => {
  const found = (text: string): string[] => undirected(component({ path: "/A.svelte", text }));
  expect(found("<p>{card.title}</p>")).toEqual(["A.svelte card.title"]);
  expect(found("{#if a}<p><b>{desk.nameOf(id)}</b></p>{/if}")).toEqual([
    "A.svelte desk.nameOf(id)",
  ]);
  expect(found("<ul>{#each a as { title }}<li>{title}</li>{/each}</ul>")).toEqual([
    "A.svelte title",
  ]);
  expect(found("{#snippet row(title)}<li>{title}</li>{/snippet}")).toEqual(["A.svelte title"]);
  expect(found("<Button>{one.title}</Button>")).toEqual(["A.svelte one.title"]);
  expect(found('<p dir="auto"><b>{card.title}</b></p><bdi>{title}</bdi>')).toEqual([]);
  expect(found("<p>{say().join.welcome(space.title)}{words.title}{column.count}</p>")).toEqual([]);
  expect(found('<input bind:value /><textarea></textarea><input type="date" />')).toEqual([
    "A.svelte <input>",
    "A.svelte <textarea>",
  ]);
});
