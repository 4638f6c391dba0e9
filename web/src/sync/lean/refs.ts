// automerge-repo's references into documents, which nothing here asks for: a document is read as a whole.

/** What a handle would make of a path. */
export function RefImpl(): never {
  throw new Error("references into documents are not part of this build");
}
