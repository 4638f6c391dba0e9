// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import { Repo, encodeHeads, type DocHandle, type StorageId } from "@automerge/automerge-repo/slim";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "./connection";
import { watchSaving, type WatchedSaving } from "./watch-saving.svelte";

const server = "server-storage" as StorageId;
type Note = { text: string };

beforeAll(async () => {
  const wasm = join(
    import.meta.dirname,
    "../../node_modules/@automerge/automerge/dist/automerge.wasm",
  );
  await Automerge.initializeWasm(readFileSync(wasm));
});

let handle: DocHandle<Note>;
let isConnected: boolean;
/** How the device writes. */
let write: () => Promise<void>;
let watched: WatchedSaving;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  isConnected = true;
  write = () => Promise.resolve();
  handle = new Repo().create<Note>({ text: "" });
  opensPage();
});

afterEach(() => {
  watched.stop();
  vi.useRealTimers();
});

function opensPage(): void {
  const connection: Pick<Connection, "serverStorageId" | "keepsDocuments" | "keep"> = {
    serverStorageId: () => (isConnected ? server : null),
    keepsDocuments: true,
    keep: () => write(),
  };
  watched = watchSaving(connection as Connection, handle, {
    isConnected: () => isConnected,
    isStorageFull: () => false,
    isRefused: () => false,
    access: () => "write",
  });
}

const types = (text: string): void => handle.change((note) => void (note.text += text));
const heads = (): Automerge.Heads => Automerge.getHeads(handle.doc());
const serverHas = (on: Automerge.Heads): void =>
  handle.setSyncInfo(server, { lastHeads: encodeHeads(on), lastSyncTimestamp: 0 });
const settles = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test("what is written is sent, and saved only when the server names it", async () => {
  expect(watched.state).toBe("loading");
  serverHas(heads());
  await settles();
  expect(watched.state).toBe("saved");
  const before = heads();
  types("a");
  await settles();
  expect(watched.state).toBe("sending");
  serverHas(before);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watched.state).toBe("sending");
  serverHas(heads());
  await settles();
  expect(watched.state).toBe("saved");
});

test("what others write does not look as if one had something unsaved", async () => {
  serverHas(heads());
  await settles();
  const theirs = Automerge.change(Automerge.clone(handle.doc()), (note) => void (note.text += "b"));
  const seen: string[] = [];
  handle.on("change", () => seen.push(watched.state));
  // As the repo does it: the server's heads are told while its changes are being taken in.
  handle.update((document) => {
    serverHas(Automerge.getHeads(theirs));
    return Automerge.merge(document, theirs);
  });
  await settles();
  expect([...seen, watched.state]).not.toContain("sending");
  expect(watched.state).toBe("saved");
});

test("a server that is ahead has ours when the history says so", async () => {
  types("a");
  const elsewhere = Automerge.change(
    Automerge.clone(handle.doc()),
    (note) => void (note.text += "b"),
  );
  serverHas([...heads(), ...Automerge.getHeads(elsewhere)]);
  await vi.advanceTimersByTimeAsync(500);
  expect(watched.state).toBe("saved");
  expect(vi.getTimerCount()).toBe(0);
  types("c");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watched.state).toBe("sending");
});

test("a server that is ahead proves nothing about what it does not name", async () => {
  const unknown = Automerge.change(
    Automerge.clone(handle.doc()),
    (note) => void (note.text += "b"),
  );
  types("a");
  serverHas(Automerge.getHeads(unknown));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watched.state).toBe("sending");
});

test("a page opened again offline still tells saved from unsaved", async () => {
  serverHas(heads());
  await settles();
  watched.stop();
  isConnected = false;
  opensPage();
  expect(watched.state).toBe("offline");
  types("a");
  await vi.advanceTimersByTimeAsync(200);
  expect(watched.state).toBe("device");
  watched.stop();
  opensPage();
  await vi.advanceTimersByTimeAsync(200);
  expect(watched.state).toBe("device");
});

test("nothing is followed after stopping", async () => {
  watched.stop();
  expect(handle.listenerCount("remote-heads")).toBe(0);
  types("a");
  await settles();
  expect(watched.state).toBe("loading");
});

test("what is typed offline is called kept only once this device has written it", async () => {
  serverHas(heads());
  await settles();
  let written = (): void => undefined;
  write = () => new Promise((resolve) => (written = resolve));
  isConnected = false;
  types("a");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watched.state).toBe("sending");
  written();
  await settles();
  expect(watched.state).toBe("device");
  types("b");
  await settles();
  expect(watched.state).toBe("sending");
  await vi.advanceTimersByTimeAsync(200);
  written();
  await settles();
  expect(watched.state).toBe("device");
});

test("a device that cannot write never says that it keeps something", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  write = () => Promise.reject(new Error("full"));
  isConnected = false;
  types("a");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(watched.state).toBe("sending");
  expect(warn).toHaveBeenCalledWith("this device could not keep a document", expect.any(Error));
});
