/** When devices were last here, and by which sign-in. */
import type { Reader, Writer } from "../../../../../server/database/database.ts";
import type { SignedIn } from "../../../../../server/guards/signed-in.ts";
import type { Day } from "../../../../../values/day.ts";
import type { AccountId, DeviceId, SignInId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";

/** A device of somebody, with the sign-in by which it was last here. */
export interface DeviceRow {
  readonly account_id: AccountId;
  readonly device_id: DeviceId;
  readonly sign_in_id: SignInId;
  readonly seen_on: Day;
}

declare module "../../../../../server/database/tables.ts" {
  interface Tables {
    device: DeviceRow;
  }
}

/** The most devices that are remembered; the ones seen longest ago are forgotten first. */
const mostDevices = 50;

/** Notes that a device is here. */
export async function seeDevice(
  writer: Writer,
  { accountId, signInId }: SignedIn,
  deviceId: DeviceId,
  today: Day,
): Promise<void> {
  const row = { account_id: accountId, device_id: deviceId, sign_in_id: signInId, seen_on: today };
  await writer
    .insertInto("device")
    .values(row)
    .onConflict((clash) =>
      clash.columns(["account_id", "device_id"]).doUpdateSet({ sign_in_id: signInId, seen_on: today }),
    )
    .execute();
  const held = await writer
    .selectFrom("device")
    .select("device_id")
    .where("account_id", "=", accountId)
    .orderBy("seen_on", "desc")
    .orderBy("device_id", "desc")
    .execute();
  const over = held.slice(mostDevices).map(({ device_id }) => device_id);
  if (over.length > 0)
    await writer.deleteFrom("device").where("account_id", "=", accountId).where("device_id", "in", over).execute();
}

/** The person's devices, the newest first. */
export async function listDevices(read: Reader, { accountId }: SignedIn, now: Instant) {
  const rows = await read
    .selectFrom("device")
    .leftJoin("sign_in", (join) =>
      join
        .onRef("sign_in.id", "=", "device.sign_in_id")
        .on("sign_in.revoked_at", "is", null)
        .on("expires_at", ">", now),
    )
    .select(["device.device_id", "device.seen_on", "sign_in.id as signed_in"])
    .where("device.account_id", "=", accountId)
    .orderBy("device.seen_on", "desc")
    .orderBy("device.device_id", "desc")
    .execute();
  return rows.map((row) => ({ deviceId: row.device_id, seenOn: row.seen_on, isSignedIn: row.signed_in !== null }));
}

/** The sign-in by which one of the person's devices was last here. */
export async function signInOf(
  read: Reader,
  { accountId }: SignedIn,
  deviceId: DeviceId,
): Promise<SignInId | undefined> {
  const row = await read
    .selectFrom("device")
    .select("sign_in_id")
    .where("account_id", "=", accountId)
    .where("device_id", "=", deviceId)
    .executeTakeFirst();
  return row?.sign_in_id;
}
