// How the web app is built: hashed files under /assets, nothing inline, compressed once, listed for offline.
import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { ahead } from "./build/ahead.ts";
import { fileOf } from "./build/chunks.ts";
import { compress } from "./build/compress.ts";
import { leanAutomerge } from "./build/automerge.ts";
import { offline } from "./build/offline.ts";

/** Where `make dev` runs the server. It compares Host and Origin, so Host stays the browser's. */
const SERVER = { target: "http://127.0.0.1:8080", changeOrigin: false };

/**
 * What a first visit should not have to wait for: two hash functions unrolled by hand, a log nobody reads, a library of state
 * machines for a single small one, all of CBOR for a few kinds of messages, names of a kind no document here has, what nobody here
 * asks a document or a peer for.
 */
const lean = (name: string): string => join(import.meta.dirname, "src/sync/lean", name);

export default defineConfig({
  plugins: [svelte(), leanAutomerge(), ahead(), offline(), compress()],
  resolve: {
    alias: [
      { find: "@noble/hashes/sha256", replacement: lean("sha256.ts") },
      { find: "fast-sha256", replacement: lean("sha256.ts") },
      { find: "cbor-x", replacement: lean("cbor/index.ts") },
      { find: "debug", replacement: lean("debug.ts") },
      { find: "uuid", replacement: lean("uuid.ts") },
      { find: "eventemitter3", replacement: lean("emitter.ts") },
      { find: "xstate", replacement: lean("xstate/index.ts") },
      // Parts of automerge-repo, by the names it imports them by itself.
      { find: "./refs/ref.js", replacement: lean("refs.ts") },
      { find: "./RemoteHeadsSubscriptions.js", replacement: lean("remote-heads.ts") },
      // What the icons of Lucide are drawn by, by the name they import it by.
      {
        find: "../Icon.svelte",
        replacement: join(import.meta.dirname, "src/ui/lean/Icon.svelte"),
      },
    ],
  },
  build: {
    target: "es2022",
    // The policy of the page allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", sw: "src/service-worker/worker.ts" },
      output: {
        // A service worker rules over the addresses below its own: it has to be at the top.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: fileOf(import.meta.dirname) }],
        },
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  // A test that hangs ends; one on a slow machine does not.
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
  server: {
    proxy: {
      "/api": SERVER,
      "/healthz": SERVER,
      "/sync": { ...SERVER, ws: true },
    },
  },
});
