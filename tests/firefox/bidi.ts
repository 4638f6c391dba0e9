// Starts Firefox with the arguments given, and stands between it and Playwright: what Playwright asks of every browser and a
// release of Firefox does not know yet is answered here, so that the same journeys run in both.
import { spawn } from "node:child_process";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { type RawData, WebSocket, WebSocketServer } from "ws";

/** Commands of WebDriver BiDi that change nothing for these journeys: no one of them asks for a dark page or for less motion. */
const NEEDLESS = new Set(["emulation.setMediaFeaturesOverride"]);
const LISTENING = /^WebDriver BiDi listening on (ws:.*)$/;

type Command = { id: number; method: string };

const firefox = spawn(
  process.env["ATELIER_FIREFOX"] ?? "/usr/bin/firefox-esr",
  process.argv.slice(2),
  { stdio: ["ignore", "inherit", "pipe"] },
);
firefox.on("exit", (status) => process.exit(status ?? 1));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => firefox.kill(signal));
createInterface({ input: firefox.stderr }).on("line", (line) => {
  const [, address] = LISTENING.exec(line) ?? [];
  if (address === undefined) process.stderr.write(`${line}\n`);
  else standsBefore(address);
});

/** Listens in place of `address`, and says so as Firefox does. */
function standsBefore(address: string): void {
  const door = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  door.on("listening", () => {
    const { port } = door.address() as AddressInfo;
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
  door.on("connection", (near: WebSocket, { url }: IncomingMessage) => {
    joins(near, new WebSocket(`${address}${url ?? ""}`, { perMessageDeflate: false }));
  });
}

function joins(near: WebSocket, far: WebSocket): void {
  const early: string[] = [];
  near.on("message", (data) => {
    const text = textOf(data);
    const { id, method } = JSON.parse(text) as Command;
    if (NEEDLESS.has(method)) near.send(JSON.stringify({ type: "success", id, result: {} }));
    else if (far.readyState === WebSocket.OPEN) far.send(text);
    else early.push(text);
  });
  far.on("open", () => {
    for (const text of early.splice(0)) far.send(text);
  });
  far.on("message", (data) => {
    near.send(textOf(data));
  });
  near.on("close", () => {
    far.close();
  });
  for (const end of ["close", "error"] as const)
    far.on(end, () => {
      near.close();
    });
}

function textOf(data: RawData): string {
  return (data as Buffer).toString();
}
