// Talks to the server's HTTP interface: typed requests, and failures that say what to do.
import type { ErrorCode } from "../generated/ErrorCode";
import type { ErrorView } from "../generated/ErrorView";

/** Why a request was not done. `network`: nobody answered. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode | "network",
    message: string,
  ) {
    super(message);
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Asks the server, with a file or with data; throws a `Failure` whose message is in the language asked. */
export async function ask<T>(method: Method, path: string, body?: object): Promise<T> {
  const response = await send(method, path, body);
  if (!response.ok) throw await failure(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(method: Method, path: string, body?: object): Promise<Response> {
  const headers: Record<string, string> = { "Accept-Language": document.documentElement.lang };
  const request: RequestInit = { method, headers };
  if (body) {
    const isFile = body instanceof Blob;
    headers["Content-Type"] = isFile ? "application/octet-stream" : "application/json";
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
