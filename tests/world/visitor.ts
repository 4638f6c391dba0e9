// One person's device on the HTTP interface: what it can ask for, and the cookie it keeps.
import type { Server } from "./server.ts";

/** A role in a workshop. */
export type Role = "facilitator" | "participant" | "reader";
/** What a workshop's creator is given. */
export type Workshop = { id: string; code: string; links: Record<Role, string> };
/** A document as the interface describes it. */
export type DocumentView = { id: string; kind: string; title: string; access: "read" | "write" };
/** What joining answers. */
export type Joined = {
  participant: string;
  role: Role;
  space: { id: string; title: string };
  documents: DocumentView[];
};

/** A device with its own cookie jar; without a cookie until it creates or joins a workshop. */
export class Visitor {
  /** The `Cookie` header of this device, empty before it has one. */
  cookie = "";

  constructor(private readonly server: Server) {}

  async createsWorkshop(title = "Quartier des Lilas"): Promise<Workshop> {
    return this.expects(201, "POST", "/api/workshops", { title, language: "fr", name: "Nadia" });
  }

  async joins(link: string, name: string): Promise<Joined> {
    return this.expects(200, "POST", "/api/join", { link, name });
  }

  async joinsByCode(code: string, name: string): Promise<Joined> {
    return this.expects(200, "POST", "/api/join", { code, name });
  }

  async opensPad(space: string, title = "Compte rendu"): Promise<DocumentView> {
    return this.expects(201, "POST", `/api/spaces/${space}/documents`, { kind: "pad", title });
  }

  async takesTicket(): Promise<string> {
    const { ticket } = await this.expects<{ ticket: string }>(201, "POST", "/api/tickets");
    return ticket;
  }

  /** A key for a program of this person: by what it is revoked, and what the program shows. */
  async makesToken(
    space: string,
    scope: "read" | "write",
  ): Promise<{ id: string; secret: string }> {
    const { token, secret } = await this.expects<{ token: { id: string }; secret: string }>(
      201,
      "POST",
      `/api/spaces/${space}/tokens`,
      { name: "Programme", scope },
    );
    return { id: token.id, secret };
  }

  /** The document as the server exports it; `extension` without its dot. */
  async exports(document: string, extension: "txt" | "md" | "html" | "json"): Promise<string> {
    const answer = await this.asks("GET", `/api/documents/${document}.${extension}`);
    if (answer.status !== 200) throw new Error(`export answered ${answer.status}`);
    return answer.text();
  }

  /** One request as this device, whatever the answer is. */
  async asks(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`http://127.0.0.1:${this.server.port}${path}`, {
      method,
      headers: { "content-type": "application/json", cookie: this.cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = answer.headers.getSetCookie()[0];
    if (given) this.cookie = given.split(";")[0] ?? "";
    return answer;
  }

  private async expects<T>(
    status: number,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const answer = await this.asks(method, path, body);
    const text = await answer.text();
    if (answer.status !== status) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return JSON.parse(text) as T;
  }
}
