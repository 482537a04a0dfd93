/** A device says which one it is, and what people would call it. */
import { SeeDevice } from "../../features/room/log/keys/devices/schema.ts";
import type { VaultHost } from "../host.ts";
import type { Keeper } from "../keeper.ts";
import { named } from "./pins.ts";

/** Tells the server that this device is here, and gives it a name where it has none. */
export async function introduce({ server, deviceName }: VaultHost, { session, own }: Keeper): Promise<void> {
  await server.call(SeeDevice, { params: { deviceId: session.device } });
  if (deviceName !== undefined && own.log.isCaughtUp && !own.notes.names.has(session.device))
    await own.note(named(session.device, deviceName));
}
