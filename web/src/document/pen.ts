// Writes into the document, and remembers what it wrote over: whoever wrote it can take it back.
import { ImmutableString, updateText } from "@automerge/automerge/slim";
import { isRecord } from "../sync/views";

/** What a field holds, without the objects the document puts around it. */
export type Plain = string | number | boolean | { [key: string]: Plain };
/** The way to a field from the root. */
export type Path = readonly string[];
/** One field that was written: undefined is a field that is not there. */
export type Write = {
  path: Path;
  before: Plain | undefined;
  after: Plain | undefined;
  /** What it was written together with has the same number. */
  group?: number;
};

type Draft = Record<string, unknown>;

export class Pen {
  /** What was written, in order. */
  readonly writes: Write[] = [];

  constructor(
    readonly draft: Draft,
    /** The time it is, in milliseconds since 1970. */
    readonly now: number,
    /** Who writes. */
    readonly by: string,
    /** The keys whose text is written by several, letter by letter. */
    readonly texts: readonly string[] = [],
  ) {}

  /** Writes a field; undefined takes it away. */
  set(path: Path, value: Plain | undefined): void {
    const before = this.read(path);
    if (isEqual(before, value)) return;
    this.put(path, value);
    this.writes.push({ path, before, after: value });
  }

  /**
   * Writes fields that belong together right after each other and always all of them: of two people who do so at the same time,
   * the one who wins the first wins the others. What changes nothing is not written unless it is taken away first.
   */
  setTogether(fields: readonly { path: Path; value: Plain | undefined }[]): void {
    const group = this.writes.length;
    const parts = fields.map(({ path, value }) => {
      return { path, before: this.read(path), after: value, group };
    });
    for (const { path, before, after } of parts)
      if (isEqual(before, after)) this.put(path, undefined);
    for (const { path, after } of parts) this.put(path, after);
    this.writes.push(...parts);
  }

  /** Writes a field that is never taken back, such as the time of a change. */
  note(path: Path, value: Plain): void {
    this.put(path, value);
  }

  read(path: Path): Plain | undefined {
    return plain(
      path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), this.draft),
    );
  }

  private put(path: Path, value: Plain | undefined): void {
    const key = path.at(-1);
    const map = this.mapAt(path.slice(0, -1));
    if (key === undefined || !map) return;
    if (value === undefined) Reflect.deleteProperty(map, key);
    else if (this.isText(key) && typeof value === "string" && typeof map[key] === "string")
      updateText(this.draft, [...path], value);
    else map[key] = this.written(value, key);
  }

  /** The map at a path. What is in an item is made when it is missing: others may have written the item without. */
  private mapAt(path: Path): Draft | undefined {
    let at: Draft = this.draft;
    for (const [depth, key] of path.entries()) {
      if (!isRecord(at[key])) {
        if (depth < 2) return undefined;
        at[key] = {};
      }
      at = at[key] as Draft;
    }
    return at;
  }

  /** Text that is written as a whole is one value; a plain string would become text for several hands. */
  private written(value: Plain, key: string): unknown {
    if (typeof value === "string") return this.isText(key) ? value : new ImmutableString(value);
    if (typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, this.written(part, name)]),
    );
  }

  private isText(key: string): boolean {
    return this.texts.includes(key);
  }
}

function plain(value: unknown): Plain | undefined {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (value instanceof ImmutableString) return value.val;
  if (!isRecord(value)) return undefined;
  const parts = Object.entries(value).map(([key, part]) => [key, plain(part)] as const);
  return Object.fromEntries(parts.filter((part): part is [string, Plain] => part[1] !== undefined));
}

/** Whether two fields hold the same. */
export function isEqual(a: Plain | undefined, b: Plain | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isEqual(a[key], b[key]))
  );
}
