import { expect, test } from "vitest";
import type { ListedDocument } from "../sync/views";
import { Deletions } from "./deletions.svelte";

const listed = (id: string): ListedDocument => ({
  id,
  kind: "pad",
  title: id,
  access: "write",
  archived: true,
  locked: false,
  updated: null,
});

function asked(answers: Record<string, string>) {
  const about: string[] = [];
  const left: string[] = [];
  const deletions = new Deletions(
    (id) => {
      about.push(id);
      const by = answers[id];
      return by ? Promise.resolve({ by, at: 1 }) : Promise.reject(new Error("not found"));
    },
    ({ id }) => left.push(id),
  );
  return { deletions, about, left };
}

test("the server is asked about what is not listed any more, and about nothing else", async () => {
  const { deletions, about, left } = asked({ b: "Nadia" });
  deletions.compare([listed("a"), listed("b"), listed("c")], [listed("a")]);
  await expect.poll(() => deletions.known.size).toBe(1);
  expect(about).toEqual(["b", "c"]);
  expect(left).toEqual(["b"]);
  expect(deletions.known.get("b")).toEqual({ by: "Nadia", at: 1, document: listed("b") });
});

test("what is known is not asked again, what nobody answered is", async () => {
  const { deletions, about } = asked({ b: "Nadia" });
  await deletions.look("b", null);
  await deletions.look("b", null);
  await deletions.look("c", null);
  await deletions.look("c", null);
  expect(about).toEqual(["b", "c", "c"]);
});
