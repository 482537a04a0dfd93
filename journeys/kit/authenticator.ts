/** An authenticator in the browser's own test bench: what a phone or laptop with a fingerprint is to a page. */
import type { CDPSession } from "playwright-core";
import type { Visitor } from "./visitor.ts";

/** An authenticator of one page. */
export class Authenticator {
  readonly #bench: CDPSession;
  readonly #id: string;

  private constructor(bench: CDPSession, id: string) {
    this.#bench = bench;
    this.#id = id;
  }

  /** Gives one to somebody's browser; `hasPrf` is false where it can sign in and open nothing. */
  static async of({ context, page }: Visitor, { hasPrf }: { readonly hasPrf: boolean }): Promise<Authenticator> {
    const bench = await context.newCDPSession(page);
    await bench.send("WebAuthn.enable");
    const { authenticatorId } = await bench.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf,
      },
    });
    return new Authenticator(bench, authenticatorId);
  }

  /** The passkeys on it. */
  async passkeys() {
    return (await this.#bench.send("WebAuthn.getCredentials", { authenticatorId: this.#id })).credentials;
  }

  /** Takes passkeys of another one, as a password manager brings them to a second device. */
  async takes(from: Authenticator): Promise<void> {
    for (const credential of await from.passkeys())
      await this.#bench.send("WebAuthn.addCredential", { authenticatorId: this.#id, credential });
  }

  /** From now on it finds nobody, or not the one it knows. */
  async knowsNobody(): Promise<void> {
    await this.#bench.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified: false });
  }

  /** From now on it knows its owner again. */
  async knowsHer(): Promise<void> {
    await this.#bench.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified: true });
  }
}

/** Keeps what passkeys give on this person's page, so that a story can look for it where it must not be. */
export async function recordsWhatPasskeysGive({ page }: Visitor): Promise<() => Promise<ReadonlyArray<Buffer>>> {
  const given: Buffer[] = [];
  await page.exposeFunction("passkeyGave", (bytes: ReadonlyArray<number>) => void given.push(Buffer.from(bytes)));
  await page.addInitScript(() => {
    const proto = globalThis.PublicKeyCredential?.prototype;
    const honest: unknown = proto && Reflect.get(proto, "getClientExtensionResults");
    if (typeof honest !== "function") return;
    Reflect.set(proto, "getClientExtensionResults", function results(this: PublicKeyCredential) {
      const all = Reflect.apply(honest, this, []);
      const first: unknown = all?.prf?.results?.first;
      const tell: unknown = Reflect.get(globalThis, "passkeyGave");
      if (first instanceof ArrayBuffer && typeof tell === "function")
        Reflect.apply(tell, undefined, [[...new Uint8Array(first)]]);
      return all;
    });
  });
  return async () => given;
}
