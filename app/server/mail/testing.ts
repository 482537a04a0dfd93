/** A mail server for tests and fault runs. Imported by them alone. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** A mail server whose behaviour the test chooses. */
export class MailDouble {
  /** "takes", says 451 to the recipient, or takes the mail and never answers. */
  mode: "takes" | "refuses" | "hangs" = "takes";
  /** The Message-ID of each mail that it has taken. */
  readonly received: string[] = [];
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      logger: false,
      closeTimeout: 10,
      onRcptTo: (_address, _session, done) =>
        done(this.mode === "refuses" ? Object.assign(new Error("later"), { responseCode: 451 }) : undefined),
      onData: (stream, session, done) => this.#take(stream, session, done),
    });
    this.#server.on("error", () => undefined);
  }

  /** Begins; the answer is its port. */
  listen(port = 0): Promise<number> {
    return new Promise((resolve) => {
      const listening = this.#server.listen(port, "127.0.0.1", () => {
        const address = listening.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }

  /** Ends. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  #take(stream: SMTPServerDataStream, _session: SMTPServerSession, done: () => void): void {
    let text = "";
    stream.on("data", (piece: Buffer) => {
      text += piece.toString("utf8");
    });
    stream.on("end", () => {
      this.received.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? "none");
      if (this.mode !== "hangs") done();
    });
  }
}
