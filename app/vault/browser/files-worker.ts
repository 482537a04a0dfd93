/** Closes and opens files beside the page: the derivation from a passphrase takes a second, and needs WebAssembly. */
import { closeFile, utf8 } from "@oakroom/crypto";
import * as z from "zod/mini";
import { closeRelease, openRelease } from "../files/releasing.ts";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Asking = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("close-release"), proofs: z.array(bytes), passphrase: z.string() }),
  z.object({ ask: z.literal("open-release"), file: bytes, passphrase: z.string(), identity: z.optional(z.string()) }),
  z.object({ ask: z.literal("close-keepsake"), content: z.string(), passphrase: z.string() }),
]);

/** What is asked of the worker. */
export type FileAsking = z.infer<typeof Asking>;

function answer(asking: FileAsking) {
  const { passphrase } = asking;
  if (asking.ask === "close-release") return closeRelease(asking.proofs, passphrase);
  if (asking.ask === "close-keepsake") return closeFile("keepsake", utf8(asking.content), passphrase);
  return openRelease(asking.file, passphrase, asking.identity);
}

async function tell(asking: FileAsking): Promise<void> {
  const done = await answer(asking);
  globalThis.postMessage(done);
}

globalThis.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const asked = z.safeParse(Asking, data);
  if (asked.success) void tell(asked.data);
});
