/** What a device did to its owner's ways in, written into their own log for their other devices. Devices stand in bundles, and need no note. */
import * as z from "zod/mini";
import type { NewEvent } from "../../features/room/state/schema.ts";
import { DeviceId } from "../../values/id.ts";
import type { SelfEvent } from "../log/content.ts";

const Changed = z.strictObject({
  id: z.uuid(),
  what: z.enum(["passkey-added", "passkey-removed", "passphrase-set", "code-made"]),
  /** The passkey, where it is about one. */
  of: z.optional(z.uuid()),
  device: DeviceId,
  at: z.int(),
});

/** One change, by one device. */
export type KeyChange = z.infer<typeof Changed>;

/** Notes a change. */
export function keyChanged({ id, what, of, device, at }: KeyChange): NewEvent {
  return { type: "vault.keys-changed", version: 1, payload: { id, what, ...(of && { of }), device, at } };
}

/** The changes among the vault's own events, in the order of the fold. */
export function readKeyChanges(events: ReadonlyArray<SelfEvent>): ReadonlyArray<KeyChange> {
  return events.flatMap(({ type, payload }) => {
    const one = type === "vault.keys-changed" ? z.safeParse(Changed, payload).data : undefined;
    return one ? [one] : [];
  });
}
