// Sends one picture to the server, and tells how far it is.
import { Failure } from "../../../api/client";
import type { ErrorView } from "../../../generated/ErrorView";
import type { KeptImage } from "./kept-images";

/** A picture that takes longer is tried again, in milliseconds. */
const WAIT_MS = 5 * 60_000;

/** Sends it; `onprogress` hears how much of it is gone, from 0 to 1. Rejects with a `Failure`. */
export function putImage(
  { document: pad, id, name, blob }: KeptImage,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = (): void => {
      reject(new Failure("network", ""));
    };
    request.open("PUT", `/api/pads/${pad}/images/${id}?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.timeout = WAIT_MS;
    request.upload.onprogress = ({ loaded, total }) => {
      onprogress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(failure(request));
    };
    [request.onerror, request.ontimeout, request.onabort] = [lost, lost, lost];
    signal.addEventListener("abort", () => {
      request.abort();
    });
    request.send(blob);
  });
}

function failure({ status, responseText }: XMLHttpRequest): Failure {
  try {
    const { error } = JSON.parse(responseText) as ErrorView;
    return new Failure(error.code, error.message);
  } catch {
    return new Failure(status >= 502 ? "network" : "internal", "");
  }
}
