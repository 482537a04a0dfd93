/** Beginning anew with a passkey: the new keys come first, for it is they that say of the passkey that it may sign in. */
import { vault } from "../../../../vault/browser/client.ts";
import type { AnewRefusal, RecoveryCode } from "../../../../vault/secrets.ts";
import { me } from "../../../programme/sign-in/api.ts";
import { addPasskey, askOwnPasskey, type Making } from "../../../programme/sign-in/passkeys/api.ts";
import type { MakesByPasskey } from "../passkey-step.tsx";

/** Makes a passkey and new keys that it opens, or takes one of before that this device holds. Where the passkey opens nothing, nothing begins. */
export const beginAnewByPasskey: MakesByPasskey = async () => {
  const person = me.peek();
  if (!person) return "signed-out";
  let made: RecoveryCode | AnewRefusal | undefined;
  const added = await addPasskey(person, async ({ id, credential, passkey }: Making) => {
    if (!passkey) return "opens-nothing" as const;
    made = await vault.beginAnew({ id, passkey });
    return typeof made === "string" ? made : signFor({ id, credential, passkey });
  });
  if (typeof added === "object") added.gives?.fill(0);
  // Once there are keys their code has to be shown, whatever became of signing in.
  if (made) return made;
  if (added === "already-here") return anewByOwn();
  return typeof added === "string" ? added : "offline";
};

async function signFor({ id, credential, passkey }: Making & { readonly passkey: Uint8Array }) {
  const signed = await vault.signPasskey({ passkey }, { id, credential });
  return typeof signed === "string" ? ("offline" as const) : signed;
}

async function anewByOwn(): ReturnType<MakesByPasskey> {
  const own = await askOwnPasskey();
  if (typeof own === "string") return own;
  if (!own.gives) return "opens-nothing";
  const made = await vault.beginAnew({ id: own.id, passkey: own.gives });
  own.gives.fill(0);
  return made;
}
