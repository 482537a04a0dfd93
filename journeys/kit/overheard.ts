/** Listens in on a browser's own cryptography: which secret bytes the vault hands to it, so that they can be looked for elsewhere. */
import type { Page, Worker } from "playwright-core";

/** Runs in the worker: keeps what is imported as a private or secret key, and goes on as before. */
function listenIn(): void {
  const heard = new Set<string>();
  const { subtle } = crypto;
  const original = subtle.importKey.bind(subtle);
  const secret = new Set(["sign", "deriveBits", "deriveKey", "encrypt", "decrypt", "wrapKey", "unwrapKey"]);
  const hexOf = (data: unknown) => {
    const bytes =
      data instanceof ArrayBuffer
        ? new Uint8Array(data)
        : ArrayBuffer.isView(data)
          ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
          : undefined;
    return bytes && Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const listening = (format: string, data: unknown, algorithm: unknown, extractable: boolean, usages: string[]) => {
    const hex = hexOf(data);
    const isSecret = hex !== undefined && hex.length >= 64 && usages.some((usage) => secret.has(usage));
    // The last 32 bytes of a wrapped private key are the key itself. HPKE's salt of zeros is no secret.
    if (isSecret && !/^0+$/.test(hex)) heard.add(format === "pkcs8" ? hex.slice(-64) : hex);
    return Reflect.apply(original, subtle, [format, data, algorithm, extractable, usages]);
  };
  Object.defineProperty(subtle, "importKey", { value: listening });
  Object.assign(globalThis, { heardKeys: heard });
}

/** The secret keys of a person's browser. */
export class Overheard {
  readonly #workers = new Set<Worker>();
  readonly #heard = new Set<string>();

  /** Listens to every worker of a page from now on. */
  follow(page: Page): void {
    page.on("worker", (worker) => {
      this.#workers.add(worker);
      worker.on("close", () => this.#workers.delete(worker));
      void worker.evaluate(listenIn).catch(() => undefined);
    });
  }

  /** Keeps what was heard so far: a worker ends with its page. */
  async collect(): Promise<void> {
    for (const worker of this.#workers) {
      const heard = await worker.evaluate<ReadonlyArray<string>>("[...(globalThis.heardKeys ?? [])]").catch(() => []);
      for (const key of heard) this.#heard.add(key);
    }
  }

  /** What was heard, as bytes. */
  async keys(): Promise<ReadonlyArray<Buffer>> {
    await this.collect();
    return [...this.#heard].map((hex) => Buffer.from(hex, "hex"));
  }
}
