import { type Signal, useSignal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import type { Secret } from "../../../../vault/secrets.ts";
import { unlockText } from "../../../../vault/text.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { mayUsePasskeys } from "../../../../web/client/passkey.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { me } from "../../../programme/sign-in/api.ts";
import { addPasskey, removePasskey } from "../../../programme/sign-in/passkeys/api.ts";
import type { Passkey } from "../../../programme/sign-in/passkeys/schema.ts";
import { passkeyRefusalText } from "../../../programme/sign-in/passkeys/text.ts";
import { AskSecret } from "../ask-secret.tsx";
import { devicesText, passkeysText as text } from "./text.ts";

const faultText = { ...hindranceText, ...unlockText, ...passkeyRefusalText };

/** Props of `Passkeys`. */
export interface PasskeysProps {
  readonly passkeys: ReadonlyArray<Passkey>;
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: () => void;
}

/** One's passkeys: adding and removing them, each with the keys opened once more. */
export function Passkeys({ passkeys, names, onChange }: PasskeysProps) {
  const isAdding = useSignal(false);
  const said = useSignal<string | undefined>(undefined);

  function done(words: string) {
    said.value = words;
    isAdding.value = false;
    onChange();
  }
  return (
    <section class="stack">
      <h2>{text.title}</h2>
      {said.value !== undefined && (
        <Notice kind="kept" announce>
          {said.value}
        </Notice>
      )}
      {passkeys.length === 0 && <p class="muted">{text.none}</p>}
      <ul class="rows">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Row passkey={passkey} name={names[passkey.id] ?? text.unnamed} onDone={done} />
          </li>
        ))}
      </ul>
      {mayUsePasskeys() && <Adding isAdding={isAdding} onDone={done} />}
    </section>
  );
}

interface RowProps {
  readonly passkey: Passkey;
  readonly name: string;
  readonly onDone: (words: string) => void;
}

function Row({ passkey, name, onDone }: RowProps) {
  const isRemoving = useSignal(false);
  return (
    <div class="stack stack-small">
      <p>
        <span class="strong">{name}</span>
        <br />
        <span class="muted small">{text.added(formatDay(dayOf(passkey.createdAt), true))}</span>
      </p>
      {isRemoving.value ? (
        <Asked
          act={text.remove}
          lead={text.removeLead}
          onCancel={() => (isRemoving.value = false)}
          onSecret={(secret) => remove(passkey, secret, onDone)}
        />
      ) : (
        <div class="buttons-plain">
          <Button kind="plain" label={`${text.remove}: ${name}`} onClick={() => (isRemoving.value = true)}>
            {text.remove}
          </Button>
        </div>
      )}
    </div>
  );
}

interface AddingProps {
  readonly isAdding: Signal<boolean>;
  readonly onDone: (words: string) => void;
}

function Adding({ isAdding, onDone }: AddingProps) {
  if (isAdding.value)
    return (
      <Asked
        act={text.add}
        lead={text.addLead}
        onCancel={() => (isAdding.value = false)}
        onSecret={(secret) => add(secret, onDone)}
      />
    );
  return (
    <div>
      <Button kind="quiet" onClick={() => (isAdding.value = true)}>
        {text.add}
      </Button>
    </div>
  );
}

interface AskedProps {
  readonly act: string;
  readonly lead: string;
  readonly onSecret: (secret: Secret) => Promise<string | undefined>;
  readonly onCancel: () => void;
}

function Asked({ act, lead, onSecret, onCancel }: AskedProps) {
  return (
    <div class="stack stack-small">
      <p>{lead}</p>
      <AskSecret act={act} onSecret={onSecret} />
      <div>
        <Button kind="plain" onClick={onCancel}>
          {devicesText.cancel}
        </Button>
      </div>
    </div>
  );
}

async function remove(passkey: Passkey, secret: Secret, onDone: (words: string) => void): Promise<string | undefined> {
  const change = await vault.signPasskeyRemoval(secret, passkey.id);
  if (typeof change === "string") return unlockText[change];
  const fault = await removePasskey(passkey.id, change);
  if (fault) return faultText[fault];
  await vault.notePasskey("passkey-removed", passkey.id);
  onDone(text.removed);
  return undefined;
}

async function add(secret: Secret, onDone: (words: string) => void): Promise<string | undefined> {
  const person = me.peek();
  if (!person) return hindranceText["signed-out"];
  const added = await addPasskey(person, (making) => vault.signPasskey(secret, making));
  if (typeof added === "string") return faultText[added];
  const device = (await vault.devices()).find(({ isThisOne }) => isThisOne)?.name;
  if (device !== undefined) await vault.nameKey(added.id, text.madeOn(device));
  await vault.notePasskey("passkey-added", added.id);
  onDone(added.gives ? text.addedOpens : text.addedSignsIn);
  return undefined;
}
