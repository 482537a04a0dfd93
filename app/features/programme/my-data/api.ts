/** What the browser asks about one's own data. */
import { call } from "../../../web/client/client.ts";
import { ListDevices } from "../../room/log/keys/devices/schema.ts";
import { ListChangesAboutMe } from "../changes/schema.ts";
import { ReadMailSettings } from "../mails/schema.ts";
import { ListSuggestions } from "../matching/proposals/schema.ts";
import { ReadMyPlace } from "../profile/schema.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ListPasskeys } from "../sign-in/passkeys/schema.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { EraseAccount } from "./erasing/schema.ts";
import { ListLooks } from "./looks/schema.ts";
import { dataFile } from "./rules.ts";

/** Who opened one's page. */
export function listLooks(signal: AbortSignal) {
  return call(ListLooks, {}, { signal });
}

/** Erases the account. */
export function eraseAccount() {
  return call(EraseAccount, {});
}

/** Asks for everything that the server keeps about the caller and can read; `undefined` where one answer is missing. */
export async function gatherMyData(now: Date): Promise<string | undefined> {
  const me = await call(ReadMe, {});
  if (me.kind !== "done") return undefined;
  const places = await Promise.all(
    me.value.participations.map(({ programmeId }) => call(ReadMyPlace, { params: { programmeId } })),
  );
  const [pairs, suggestions, mails, changes, looks, devices, passkeys] = await Promise.all([
    call(ListRelationships, {}),
    call(ListSuggestions, {}),
    call(ReadMailSettings, {}),
    call(ListChangesAboutMe, {}),
    call(ListLooks, {}),
    call(ListDevices, {}),
    call(ListPasskeys, {}),
  ]);
  const parts = { pairs, suggestions, mails, changes, looks, devices, passkeys };
  const found = Object.entries(parts).flatMap(([name, one]) =>
    one.kind === "done" ? [[name, one.value] as const] : [],
  );
  const profiles = places.flatMap((one) => (one.kind === "done" ? one.value : []));
  const isWhole = found.length === Object.keys(parts).length && profiles.length === places.length;
  const all = new Map<string, unknown>([["me", me.value], ["places", profiles], ...found]);
  return isWhole ? dataFile(now.toISOString(), all) : undefined;
}
