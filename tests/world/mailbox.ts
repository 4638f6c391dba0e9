// A mail server that keeps what it is given, on this machine.
import { EventEmitter, once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { inTime } from "./deadline.ts";

/** Where the mail of one server ends up. */
export class Mailbox extends EventEmitter<{ mail: [] }> {
  private readonly kept: string[] = [];

  private constructor(private readonly listener: Server) {
    super();
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox(createServer().listen(0, "127.0.0.1"));
    mailbox.listener.on("connection", (socket) => void mailbox.take(socket));
    await once(mailbox.listener, "listening");
    return mailbox;
  }

  /** For `--smtp-url`. */
  get url(): string {
    const address = this.listener.address();
    if (address === null || typeof address === "string") throw new Error("no port was given");
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The oldest mail nobody has read yet, with its headers; waits for one. */
  async reads(): Promise<string> {
    if (this.kept.length === 0) await inTime("a mail to come", once(this, "mail"));
    return this.kept.shift() ?? "";
  }

  close(): void {
    this.listener.close();
  }

  /** Says yes to everything, and keeps what stands between DATA and the lone dot. */
  private async take(socket: Socket): Promise<void> {
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    say("220 mailbox");
    let mail: string[] | undefined;
    for await (const line of createInterface({ input: socket })) {
      // A dot at the beginning of a line is sent twice.
      if (mail && line !== ".") mail.push(line.replace(/^\.\./, "."));
      else if (mail) {
        this.kept.push(decoded(mail.join("\r\n")));
        mail = undefined;
        this.emit("mail");
        say("250 kept");
      } else if (line === "DATA") {
        mail = [];
        say("354 go on");
      } else if (line === "QUIT") {
        say("221 bye");
      } else say("250 ok");
    }
  }
}

/** Quoted-printable read back, which is how letters in French are sent. */
function decoded(text: string): string {
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
