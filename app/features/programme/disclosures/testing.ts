/** Contacts with keys, and letters as the server sees them. Imported by tests alone. */
import { randomBytes } from "node:crypto";
import { encode } from "@oakroom/crypto";
import type { TestServer } from "../../../server/testing.ts";
import { toBase64url } from "../../../values/bytes.ts";
import { type AccountId, LetterId, LogId, uuidBytes } from "../../../values/id.ts";
import { EnrolKeys } from "../../room/log/keys/schema.ts";
import { shapedEnrolment, Writer } from "../../room/log/testing.ts";
import { AskContacts, ChangeContact } from "../contacts/schema.ts";
import type { Managed } from "../people/testing.ts";

/** A contact who is ready. */
export interface ReadyContact {
  readonly accountId: AccountId;
  readonly cookie: string;
}

/** People whom the settings name: they are asked, make keys and say that they are ready. */
export async function readyContacts(
  server: TestServer,
  { programmeId, cookie: managers }: Managed,
  people: ReadonlyArray<{ readonly name: string; readonly email: string }>,
): Promise<ReadonlyArray<ReadyContact>> {
  const params = { programmeId };
  const signedIn = await Promise.all(people.map(({ name, email }) => server.signIn(name, email)));
  await server.call(AskContacts, { params, body: { requestId: server.app.chance.id() } }, managers);
  return Promise.all(
    signedIn.map(async ({ accountId, cookie }) => {
      const ownLog = LogId.parse(server.app.chance.id());
      await server.call(EnrolKeys, { body: shapedEnrolment(new Writer(accountId), ownLog) }, cookie);
      const ready = await server.call(ChangeContact, { params, body: { act: "be-ready" } }, cookie);
      if (ready.status !== 200) throw new Error(`not ready: ${ready.raw.body}`);
      return { accountId, cookie };
    }),
  );
}

/** A letter in its form, with nothing in it. */
export function shapedLetter(id: LetterId, from: AccountId, to: AccountId): string {
  const place = [uuidBytes(id), uuidBytes(from), uuidBytes(to), 1].map((each) =>
    typeof each === "number" ? each : new Uint8Array(each),
  );
  return toBase64url(encode([1, ...place, new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(4112))]));
}

/** A new id. */
export function newLetterId(server: TestServer): LetterId {
  return LetterId.parse(server.app.chance.id());
}
