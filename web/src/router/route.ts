// The addresses of the web app, read and written.

export type Route =
  | { kind: "home" }
  | { kind: "join"; way: string }
  | { kind: "screen"; secret: string }
  | { kind: "space"; space: string }
  | { kind: "document"; space: string; document: string }
  | { kind: "missing" };

/** What a path and fragment stand for. */
export function read(path: string, fragment: string): Route {
  const [first, second, third, ...rest] = path.split("/").filter((part) => part !== "");
  if (rest.length > 0) return { kind: "missing" };
  if (first === undefined) return { kind: "home" };
  if (first === "join" && second === undefined)
    return { kind: "join", way: decode(fragment.replace(/^#/, "")) };
  if (first === "screen" && second === undefined)
    return { kind: "screen", secret: decode(fragment.replace(/^#/, "")) };
  if (first !== "w" || second === undefined) return { kind: "missing" };
  return third === undefined
    ? { kind: "space", space: second }
    : { kind: "document", space: second, document: third };
}

/** The address of a space, or of a document in it. */
export function path(space: string, document?: string): string {
  return document === undefined ? `/w/${space}` : `/w/${space}/${document}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
