// A page as a screen reader reads it out from top to bottom: the accessibility tree of the browser, one line for each thing.
import type { CDPSession } from "@playwright/test";
import type { Guest } from "../guest.ts";
import type { Words } from "./words.ts";

type Tree = Awaited<ReturnType<typeof treeOf>>;
type Node = Tree["nodes"][number];

/** What is in these has been said with their name. */
const NAMED_BY_CONTENT = new Set([
  "heading",
  "link",
  "button",
  "DisclosureTriangle",
  "menuitem",
  "option",
  "image",
  "LabelText",
  "combobox",
]);
const TICKED = new Set(["checkbox", "radio", "menuitemcheckbox"]);

function treeOf(browser: CDPSession) {
  return browser.send("Accessibility.getFullAXTree");
}

/** What is read out, a line each; with a dialog open, that alone can be read. */
export async function readsOut(guest: Guest, words: Words): Promise<string> {
  const browser = await guest.context.newCDPSession(guest.page);
  const { nodes } = await treeOf(browser);
  for (const node of nodes) await givesValueInWords(browser, node);
  await browser.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  return root ? `${linesOf(root, byId, words).join("\n")}\n` : "";
}

/** The tree has the number that a value is; a screen reader says the words for it, where there are some. */
async function givesValueInWords(browser: CDPSession, node: Node): Promise<void> {
  if (node.value?.type !== "number" || node.backendDOMNodeId === undefined) return;
  const { node: element } = await browser.send("DOM.describeNode", {
    backendNodeId: node.backendDOMNodeId,
  });
  const at = element.attributes?.indexOf("aria-valuetext") ?? -1;
  const words = element.attributes?.[at + 1];
  if (at >= 0 && words !== undefined) node.value = { type: "string", value: words };
}

function linesOf(node: Node, byId: ReadonlyMap<string, Node>, words: Words): string[] {
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const inside = (): string[] => children.flatMap((child) => linesOf(child, byId, words));
  const role = String(node.role?.value ?? "");
  if (role === "InlineTextBox") return [];
  if (node.ignored) return inside();
  if (role === "StaticText") return nameOf(node) === "" ? [] : [nameOf(node)];
  const kind = words.roles[role];
  if (kind === undefined) throw new Error(`no word for the role "${role}"`);
  if (role === "LabelText") return inside();
  const own = kind === null ? [] : [said(node, kind, children, words)];
  return NAMED_BY_CONTENT.has(role) ? own : [...own, ...inside()];
}

function said(node: Node, kind: string, children: readonly Node[], words: Words): string {
  const parts = [kind, ...statesOf(node, children, words)];
  const value = valueOf(node);
  const name = [nameOf(node), value && `= ${value}`].filter(Boolean).join(" ");
  const about = String(node.description?.value ?? "").trim();
  return `${parts.join(", ")}${name && ` : ${name}`}${about && ` (${about})`}`;
}

function nameOf({ name }: Node): string {
  return String(name?.value ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

function valueOf(node: Node): string {
  // Of a text of several paragraphs, each is said by itself.
  if (
    property(node, "richlyEditable") !== undefined ||
    (node.role?.value === "textbox" && property(node, "editable") === "richtext")
  )
    return "";
  // A number is said in the words for it alone: an empty day of a date is not 0.
  const own: unknown = node.value?.value ?? "";
  const text = node.value?.type === "number" ? (property(node, "valuetext") ?? own) : own;
  return String(text).trim();
}

function property(node: Node, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

function statesOf(node: Node, children: readonly Node[], words: Words): string[] {
  const role = String(node.role?.value);
  const { states } = words;
  const level = property(node, "level");
  const is = (name: string): boolean => [true, "true"].includes(property(node, name) as string);
  const pressed = property(node, "pressed");
  const expanded = property(node, "expanded");
  return [
    role === "heading" && words.level(Number(level)),
    role === "list" && words.items(children.length),
    pressed !== undefined && (is("pressed") ? states["pressed"] : states["unpressed"]),
    TICKED.has(role) && (is("checked") ? states["checked"] : states["unchecked"]),
    expanded !== undefined && (is("expanded") ? states["expanded"] : states["collapsed"]),
    property(node, "hasPopup") === "menu" && states["hasPopup"],
    is("disabled") && states["disabled"],
    is("required") && states["required"],
    is("readonly") && states["readonly"],
    is("invalid") && states["invalid"],
    role !== "RootWebArea" && is("focused") && states["focused"],
  ].filter((word) => typeof word === "string");
}
