/** What a browser says and sends while somebody uses it: complaints fail the journey, traffic goes to the canary search. */
import type { BrowserContext, Page } from "playwright-core";

/** One request as it left a browser. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Keeps what a context's pages say and send. */
export class Watch {
  readonly complaints: string[] = [];
  readonly sent: Sent[] = [];
  /** Complaints that a story expects, as parts of their text. */
  readonly expected: string[] = [];
  readonly #who: string;

  constructor(who: string) {
    this.#who = who;
  }

  #complain(text: string): void {
    if (this.expected.some((part) => text.includes(part))) return;
    this.complaints.push(`${this.#who}: ${text}`);
  }

  #listenTo(page: Page): void {
    page.on("console", (message) => {
      // The browser itself writes a line for every answer that is not a yes, and for every attempt without a network.
      const isOwn = message.text().startsWith("Failed to load resource");
      if ((message.type() === "error" || message.type() === "warning") && !isOwn) this.#complain(message.text());
    });
    page.on("pageerror", (error) => this.#complain(`${error.message}\n${error.stack ?? ""}`));
    page.on("crash", () => this.#complain("the page crashed"));
    page.on("dialog", (dialog) => {
      this.#complain(`a dialog of the browser opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** Follows all pages of a context, those of today and those to come. */
  async follow(context: BrowserContext): Promise<void> {
    context.on("page", (page) => this.#listenTo(page));
    context.on("request", (request) => {
      this.sent.push({
        method: request.method(),
        url: request.url(),
        body: request.postDataBuffer() ?? Buffer.alloc(0),
        headers: request.headers(),
      });
    });
    context.on("response", (response) => {
      if (response.status() >= 500) this.#complain(`${response.status()} for ${response.url()}`);
    });
    // Reports of the policy reach the page as events, also where the console stays silent.
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`);
      });
    });
  }

  /** Throws where anything was complained about. */
  check(): void {
    if (this.complaints.length > 0) throw new Error(this.complaints.join("\n"));
  }
}
