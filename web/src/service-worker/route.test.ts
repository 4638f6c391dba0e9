import { expect, test } from "vitest";
import { isAnswer, wayOf, type Way } from "./route";

const HERE = "https://atelier.example";

function way(path: string, mode = "navigate", method = "GET"): Way {
  return wayOf({ url: new URL(path, HERE).href, mode, method }, HERE);
}

test("pages of the app can be opened from this device", () => {
  for (const path of ["/", "/join", "/w/abc", "/w/abc/def", "/?from=home"]) {
    expect(way(path)).toBe("page");
  }
});

test("files with their hash in their name are kept", () => {
  expect(way("/assets/app-1a2b.js", "no-cors")).toBe("kept file");
});

test("pictures that were seen can be seen again, other files are the server's", () => {
  const url = new URL("/api/attachments/abc", HERE).href;
  const asked = { url, method: "GET", mode: "no-cors" };
  expect(wayOf({ ...asked, destination: "image" }, HERE)).toBe("image");
  expect(wayOf({ ...asked, destination: "" }, HERE)).toBe("network");
  expect(wayOf({ ...asked, method: "DELETE", destination: "image" }, HERE)).toBe("network");
});

test("what only the server knows is asked of the server", () => {
  for (const path of [
    "/api/me",
    "/api/documents/x.html",
    "/sync",
    "/sw.js",
    "/healthz",
    "/w/a/b/c",
  ]) {
    expect(way(path)).toBe("network");
  }
  expect(way("/", "cors")).toBe("network");
});

test("what changes something, or is somebody else's, is left alone", () => {
  expect(way("/assets/app.js", "no-cors", "POST")).toBe("network");
  expect(way("https://elsewhere.example/assets/app.js", "no-cors")).toBe("network");
});

test("the server's refusal is shown, a broken road's error page is not", () => {
  expect(isAnswer(404)).toBe(true);
  expect(isAnswer(502)).toBe(false);
});
