import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import type { Device, DeviceSeen } from "../../../../vault/secrets.ts";
import { listPasskeys } from "../../../programme/sign-in/passkeys/api.ts";
import type { Passkey } from "../../../programme/sign-in/passkeys/schema.ts";
import { useOwn } from "../../frame/hand.tsx";
import { useWays } from "../ask-secret.tsx";
import { Devices } from "./devices.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Secrets } from "./secrets.tsx";

/** What is known of one's keys. */
interface Known {
  readonly devices: ReadonlyArray<Device>;
  readonly seen: Readonly<Record<string, DeviceSeen>>;
  /** Missing without a connection. */
  readonly passkeys: ReadonlyArray<Passkey> | undefined;
  readonly names: Readonly<Record<string, string>>;
}

/** Props of `OwnKeys`. */
export interface OwnKeysProps {
  /** What stands below: it comes with the rest, so that nothing moves. */
  readonly children: ComponentChildren;
}

/** Everything that opens one's rooms: devices, passkeys, passphrase and recovery code. */
export function OwnKeys({ children }: OwnKeysProps) {
  const known = useSignal<Known | undefined>(undefined);
  const ways = useWays();
  // What another device noted, or did, comes by the log of one's own.
  const revision = useOwn()?.revision;
  useEffect(() => void look(known), [revision, known]);
  if (!known.value || !ways) return null;
  const { devices, seen, passkeys, names } = known.value;
  const again = () => void look(known);
  return (
    <div class="stack stack-sections">
      <Devices devices={devices} seen={seen} passkeyNames={namesOf(passkeys, names)} onChange={again} />
      {passkeys && <Passkeys passkeys={passkeys} names={names} onChange={again} />}
      <Secrets ways={ways} />
      {children}
    </div>
  );
}

function namesOf(passkeys: Known["passkeys"], names: Known["names"]): ReadonlyArray<string> {
  return (passkeys ?? []).flatMap(({ id }) => names[id] ?? []);
}

async function look(known: Signal<Known | undefined>): Promise<void> {
  const [devices, seen, passkeys, names] = await Promise.all([
    vault.devices(),
    vault.devicesSeen(),
    listPasskeys(),
    vault.keyNames(),
  ]);
  known.value = { devices, seen, names, passkeys: typeof passkeys === "string" ? undefined : passkeys };
}
