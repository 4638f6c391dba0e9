// Turns one table into another: rows, columns and cells that are in both stay untouched, and with them the carets in them.
import { Fragment, Slice, type Node } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";
import { exchange, turnTextInto } from "./texts";

/** Turns the table that begins at a position into another. */
export function turnTableInto(
  transform: Transform,
  position: number,
  gone: Node,
  come: Node,
): void {
  turnInside(transform, position, gone, come);
}

/** Turns a part of a table into another; what is in it goes by what names it: rows by id, cells by column, lines by place. */
function turnInside(transform: Transform, position: number, gone: Node, come: Node): void {
  if (gone.eq(come)) return;
  turnAttributes(transform, position, gone, come);
  if (gone.isTextblock) turnTextInto(transform, position + 1, gone.content, come.content);
  else if (inOrder(gone, come)) turnParts(transform, position + 1, gone, come);
  else {
    const all = new Slice(come.content, 0, 0);
    transform.step(new ReplaceStep(position + 1, position + 1 + gone.content.size, all));
  }
}

function turnAttributes(transform: Transform, position: number, gone: Node, come: Node): void {
  if (gone.sameMarkup(come)) return;
  for (const [name, value] of Object.entries(come.attrs))
    if (JSON.stringify(gone.attrs[name]) !== JSON.stringify(value))
      transform.setNodeAttribute(position, name, value);
}

/** Inserts first and deletes after, so that nothing is empty in between. */
function turnParts(transform: Transform, start: number, gone: Node, come: Node): void {
  const [old, wanted] = [named(gone), named(come)];
  const deleted: { from: number; to: number }[] = [];
  let position = start;
  let next = 0;
  const insertUntil = (name: string | null): void => {
    for (; next < wanted.length && wanted[next]?.name !== name; next++) {
      const node = wanted[next]?.node;
      if (!node) continue;
      exchange(transform, position, 0, Fragment.from(node));
      position += node.nodeSize;
    }
  };
  const wantedNames = new Set(wanted.map(({ name }) => name));
  for (const { name, node } of old) {
    if (wantedNames.has(name)) {
      insertUntil(name);
      const turned = wanted[next]?.node ?? node;
      turnInside(transform, position, node, turned);
      position += turned.nodeSize;
      next++;
    } else {
      deleted.push({ from: position, to: position + node.nodeSize });
      position += node.nodeSize;
    }
  }
  insertUntil(null);
  for (const { from, to } of deleted.reverse())
    exchange(transform, from, to - from, Fragment.empty);
}

type Named = { name: string; node: Node };

function named(parent: Node): Named[] {
  return parent.children.map((node, number) => {
    const { id, column } = node.attrs;
    return { name: `${node.type.name} ${String(id ?? column ?? number)}`, node };
  });
}

/** Whether the parts that are in both have their names once, and in one order. */
function inOrder(gone: Node, come: Node): boolean {
  const [old, wanted] = [gone, come].map((parent) => named(parent).map(({ name }) => name));
  if (!old || !wanted) return false;
  const isOnce = (names: string[]): boolean => new Set(names).size === names.length;
  const both = old.filter((name) => wanted.includes(name));
  return (
    isOnce(old) &&
    isOnce(wanted) &&
    both.join() === wanted.filter((name) => old.includes(name)).join()
  );
}
