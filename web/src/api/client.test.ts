// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { ask, Failure, hostCode } from "./client";

type Sent = { path: string; request: RequestInit };

/** Answers the next request, and keeps what was asked. */
function serverAnswers(answer: () => Response): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
    sent.push({ path, request });
    return Promise.resolve().then(answer);
  });
  return sent;
}

async function failureOf(request: Promise<unknown>): Promise<Failure> {
  const outcome: unknown = await request.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Failure)) throw new Error("the request should have failed");
  return outcome;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("what was asked arrives as it was said, in the person's language", async () => {
  document.documentElement.lang = "en";
  const sent = serverAnswers(() => Response.json({ id: "w1" }, { status: 201 }));
  expect(await ask("POST", "/api/workshops", { title: "Été" })).toEqual({ id: "w1" });
  expect(sent).toEqual([
    {
      path: "/api/workshops",
      request: {
        method: "POST",
        headers: { "Accept-Language": "en", "Content-Type": "application/json" },
        body: '{"title":"Été"}',
      },
    },
  ]);
});

test("the code of the host goes in a header, in letters that a header holds", async () => {
  const sent = serverAnswers(() => Response.json({}));
  await ask("POST", "/api/workshops", {}, hostCode(" lilas-2026 "));
  expect(sent[0]?.request.headers).toMatchObject({ "Atelier-Host-Code": "lilas-2026" });
  expect(hostCode("  ")).toEqual({});
  expect(hostCode("été")).toEqual({ "Atelier-Host-Code": "?t?" });
});

test("an answer without content is no error", async () => {
  serverAnswers(() => new Response(null, { status: 204 }));
  await expect(ask("DELETE", "/api/me")).resolves.toBeUndefined();
});

test("a refusal keeps the server's code and sentence", async () => {
  const error = { code: "rate_limited", message: "Attendez une minute." };
  serverAnswers(() => Response.json({ error }, { status: 429 }));
  expect(await failureOf(ask("POST", "/api/join"))).toMatchObject(error);
});

test("no answer at all is the network", async () => {
  serverAnswers(() => {
    throw new TypeError("Failed to fetch");
  });
  expect((await failureOf(ask("GET", "/api/me"))).code).toBe("network");
});

test("a proxy's page is not taken for the server's word", async () => {
  const page = (status: number) => () => new Response("<h1>Bad gateway</h1>", { status });
  serverAnswers(page(502));
  expect((await failureOf(ask("GET", "/api/me"))).code).toBe("network");
  serverAnswers(page(403));
  expect((await failureOf(ask("GET", "/api/me"))).code).toBe("internal");
});
