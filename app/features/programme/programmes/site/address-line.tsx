import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { type AddressTrouble, addressTrouble, type Here } from "./rules.ts";
import { readSite } from "../api.ts";
import { text } from "./text.ts";
import "./address-line.css";

interface Trouble {
  readonly kind: AddressTrouble;
  /** Where the operator wants Oakroom to be opened. */
  readonly origin: string;
}

/** For a page at an address where something may be wrong: asks, and says why rooms cannot open. Else nothing. */
export function AddressLine() {
  const trouble = useSignal<Trouble | undefined>(undefined);

  useEffect(() => {
    const here = { origin: location.origin, isSecure: globalThis.isSecureContext };
    const stopper = new AbortController();
    void askSite(here, stopper.signal).then(
      (found) => (trouble.value = found),
      // Without an answer there is nothing to say; the page's own calls tell of a server that cannot be reached.
      () => undefined,
    );
    return () => stopper.abort();
  }, [trouble]);

  const found = trouble.value;
  if (!found) return null;
  if (found.kind === "no-encryption")
    return (
      <div class="address-line">
        <Notice kind="care" title={text.noEncryption} announce>
          {text.noEncryptionWords}
        </Notice>
      </div>
    );
  return (
    <div class="address-line">
      <Notice
        kind="care"
        title={text.elsewhere}
        announce
        actions={<ButtonLink href={`${found.origin}${location.pathname}`}>{text.open}</ButtonLink>}
      >
        {text.elsewhereWords(found.origin)}
      </Notice>
    </div>
  );
}

async function askSite(here: Here, abort: AbortSignal): Promise<Trouble | undefined> {
  const answer = await readSite(abort);
  const kind = answer.kind === "done" ? addressTrouble(here, answer.value) : undefined;
  return kind && answer.kind === "done" ? { kind, origin: answer.value.origin } : undefined;
}
