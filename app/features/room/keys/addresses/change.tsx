import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import * as z from "zod/mini";
import { vault } from "../../../../vault/browser/client.ts";
import { unlockText } from "../../../../vault/text.ts";
import type { Secret } from "../../../../vault/secrets.ts";
import { EmailAddress } from "../../../../values/text.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { askAddress, takeAddress } from "../../../programme/addresses/api.ts";
import type { Place } from "../../../programme/addresses/schema.ts";
import { AskSecret } from "../ask-secret.tsx";
import { addressesText as text, addressFault } from "./text.ts";

/** Why an address did not change. */
export const faultText = { ...hindranceText, ...addressFault };

/** Props of `Change`. */
export interface ChangeProps {
  readonly place: Place;
  /** Whether the place was empty; otherwise the address there goes. */
  readonly isAdded: boolean;
  /** Whether the person's keys have to agree. */
  readonly needsKeys: boolean;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

interface Wish {
  readonly id: string;
  readonly email: string;
}

/** Takes a new address: a code that comes to it, and the word of one's keys. */
export function Change({ place, isAdded, needsKeys, onDone, onCancel }: ChangeProps) {
  const wish = useSignal<Wish | undefined>(undefined);
  return (
    <div class="stack">
      {wish.value ? (
        <Take place={place} isAdded={isAdded} wish={wish.value} needsKeys={needsKeys} onDone={onDone} />
      ) : (
        <Ask place={place} onAsked={(asked) => (wish.value = asked)} />
      )}
      <div>
        <Button kind="plain" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}

function Ask({ place, onAsked }: { readonly place: Place; readonly onAsked: (wish: Wish) => void }) {
  const typed = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = z.safeParse(EmailAddress, typed.value.trim());
    if (!email.success) {
      fault.value = text.addressWrong;
      return;
    }
    busy.value = true;
    const wish = { id: newId(), email: email.data };
    const answer = await askAddress({ ...wish, place });
    busy.value = false;
    if (answer.kind === "done") onAsked(wish);
    else fault.value = faultText[answer.kind === "refused" ? answer.refused : answer.kind];
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <TextField
        label={text.newAddress}
        type="email"
        autocomplete="email"
        value={typed}
        error={fault.value}
        spellcheck={false}
        autofocus
      />
      <div>
        <Button type="submit" busy={busy.value}>
          {text.ask}
        </Button>
      </div>
    </form>
  );
}

interface TakeProps extends Pick<ChangeProps, "place" | "isAdded" | "needsKeys" | "onDone"> {
  readonly wish: Wish;
}

function Take({ place, isAdded, wish, needsKeys, onDone }: TakeProps) {
  const code = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  async function take(secret: Secret | undefined): Promise<string | undefined> {
    const digits = code.value.replaceAll(/\s/g, "");
    fault.value = /^\d{6}$/.test(digits) ? undefined : text.codeWrong;
    if (fault.value !== undefined) return undefined;
    const change = secret && (await vault.signAddress(secret, { id: wish.id, use: place, address: wish.email }));
    if (typeof change === "string") return unlockText[change];
    const answer = await takeAddress(wish.id, digits, change);
    if (answer.kind === "done") onDone(text.taken(wish.email, isAdded));
    else fault.value = faultText[answer.kind === "refused" ? answer.refused : answer.kind];
    return undefined;
  }
  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!needsKeys) void take(undefined);
  }
  return (
    <div class="stack">
      <Notice announce>{text.sent(wish.email, isAdded)}</Notice>
      <form class="stack" noValidate onSubmit={handleSubmit}>
        <TextField label={text.code} value={code} error={fault.value} inputMode="numeric" short autofocus />
        {!needsKeys && (
          <div>
            <Button type="submit">{text.take}</Button>
          </div>
        )}
      </form>
      {needsKeys && (
        <>
          <p>{text.keysAgree}</p>
          <AskSecret act={text.take} onSecret={take} />
        </>
      )}
    </div>
  );
}
