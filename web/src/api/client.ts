// Talks to the server's HTTP interface: typed requests, and failures that say what to do.
import type { ErrorCode } from "../generated/ErrorCode";
import type { ErrorView } from "../generated/ErrorView";
import { Refusal } from "../messages/refusal";

/** The code of the host, for making a space where one is needed. A header holds no other letters. */
export const hostCode = (code: string): Record<string, string> =>
  code.trim() ? { "Atelier-Host-Code": code.trim().replace(/[^\x20-\x7e]/gu, "?") } : {};

/** Why a request was not done. `network`: nobody answered. The message is the server's own, if it said anything. */
export class Failure extends Refusal {
  constructor(
    readonly code: ErrorCode | "network",
    message: string,
  ) {
    super(message, code === "network");
  }
}

/** Whether the same request may be answered a little later, without anybody doing anything. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return ["network", "rate_limited", "busy", "internal", "storage_full"].includes(error.code);
}

/** Whether those who facilitate keep everybody else from writing at the moment. */
export function isLocked(error: unknown): boolean {
  return error instanceof Failure && (error.code === "locked" || error.code === "space_locked");
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Asks the server, with a file or with data; throws a `Failure` whose message is in the language asked. */
export async function ask<T>(
  method: Method,
  path: string,
  body?: object,
  more: Record<string, string> = {},
): Promise<T> {
  const response = await send(method, path, body, more);
  if (!response.ok) throw await failure(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(
  method: Method,
  path: string,
  body: object | undefined,
  more: Record<string, string>,
): Promise<Response> {
  const headers = { ...more, "Accept-Language": document.documentElement.lang };
  const request: RequestInit = { method, headers };
  if (body) {
    const isFile = body instanceof Blob;
    const type = isFile ? "application/octet-stream" : "application/json";
    request.headers = { ...headers, "Content-Type": type };
    request.body = isFile ? body : JSON.stringify(body);
  }
  try {
    return await fetch(path, request);
  } catch {
    throw new Failure("network", "");
  }
}

async function failure(response: Response): Promise<Failure> {
  try {
    const { error } = (await response.json()) as ErrorView;
    return new Failure(error.code, error.message);
  } catch {
    // Not our server's answer: a proxy on the way, most likely.
    return new Failure(response.status >= 502 ? "network" : "internal", "");
  }
}
