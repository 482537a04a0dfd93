/** Closing and opening files, as pages ask for it. Needs nobody signed in, no server and no network. */
import { workerAddress } from "../../web/client/trusted.ts";
import type { ReleaseRefusal, ReleaseShown } from "../files/releasing.ts";
// oxlint-disable-next-line import/default -- Vite makes a worker's address its default export.
import address from "./files-worker.ts?worker&url";
import type { FileAsking } from "./files-worker.ts";

/** One question, one answer; the worker and what it knew go with it. */
function ask<Answer>(asking: FileAsking): Promise<Answer> {
  const worker = new Worker(workerAddress(address), { type: "module" });
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener("error", () => reject(new Error("The worker for files could not be started")));
    worker.postMessage(asking);
  }).finally(() => worker.terminate());
}

/** Closes a release. See `closeRelease` of the vault's files. */
export function closeReleaseFile(
  proofs: ReadonlyArray<Uint8Array>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | ReleaseRefusal> {
  return ask({ ask: "close-release", proofs: [...proofs], passphrase });
}

/** Opens a release. `identity` is the author's, known from elsewhere. */
export function openReleaseFile(
  file: Uint8Array,
  passphrase: string,
  identity: string | undefined,
): Promise<ReleaseShown | ReleaseRefusal> {
  return ask({ ask: "open-release", file, passphrase, ...(identity === undefined ? {} : { identity }) });
}

/** Closes what a keepsake holds. */
export function closeKeepsake(content: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  return ask({ ask: "close-keepsake", content, passphrase });
}
