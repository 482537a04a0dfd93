/** Bursts about one's own account and keys that the matrix's own requests cannot show. */
import { encode } from "@oakroom/crypto";
import { keepLeft } from "../../../features/programme/addresses/left/store.ts";
import { RemoveAddress, TakeAddress, UndoAddress } from "../../../features/programme/addresses/schema.ts";
import { keepChange } from "../../../features/programme/addresses/store.ts";
import { ChangeCalendar, EndCalendar, IssueCalendar } from "../../../features/programme/calendar/schema.ts";
import { PutMailSettings, PutWakeUps, ReadMailSettings } from "../../../features/programme/mails/schema.ts";
import { RemovePasskey } from "../../../features/programme/sign-in/passkeys/schema.ts";
import { addPasskey, SoftPasskey } from "../../../features/programme/sign-in/passkeys/testing.ts";
import { BeginAnew, CancelAnew } from "../../../features/room/log/keys/anew/schema.ts";
import { EndDevice, SeeDevice } from "../../../features/room/log/keys/devices/schema.ts";
import { EndPairing, OfferPairing } from "../../../features/room/log/keys/pairing/schema.ts";
import {
  EnrolKeys,
  PutBundle,
  PutRing,
  PutSlot,
  RemoveSlot,
  RenewKeys,
} from "../../../features/room/log/keys/schema.ts";
import { shapedDisowning, takeIdentity } from "../../../features/room/log/keys/testing.ts";
import {
  aMember,
  type Member,
  newId,
  shapedBundle,
  shapedChange,
  shapedEnrolment,
  shapedRemoval,
  shapedRing,
  shapedSlot,
  Writer,
} from "../../../features/room/log/testing.ts";
import { aDay } from "../../../values/day.ts";
import { DeviceId, LogId, uuidBytes } from "../../../values/id.ts";
import { signedIn } from "../../guards/signed-in.ts";
import type { TestServer } from "../../testing.ts";
import { type Arrange, callers } from "./burst.ts";
import { must } from "./people.ts";
import { ownRequests } from "./requests-own.ts";

/** Somebody who has just come, with the proof that stores ask for. */
async function somebody(server: TestServer) {
  const { accountId, cookie } = await server.signIn("Nadia", `${newId()}@northwind.example`);
  const { read } = server.app.db;
  const record = await read
    .selectFrom("sign_in")
    .select("id")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  const caller = { accountId, signInId: record.id };
  const proof = await signedIn.prove({ read, params: {}, now: server.now, caller });
  if (typeof proof === "string") throw new Error(proof);
  return { accountId, cookie, proof };
}

/** Somebody who wants a private address and has its code. */
async function somebodyWithCode(server: TestServer) {
  const { cookie, proof } = await somebody(server);
  const wish = { id: newId(), place: "private" as const, email: "nadia@elsewhere.example", code: "314159" };
  await server.app.db.write((writer) => keepChange(writer, proof, wish, server.now));
  const body = { id: wish.id, code: wish.code, change: null };
  return { cookie, take: () => server.call(TakeAddress, { body }, cookie) };
}

/** Fifty different ones, or the first of them again and again. */
const made = <T>(make: () => T): ReadonlyArray<T> => Array.from({ length: callers }, make);
const onePart = <T>(all: ReadonlyArray<T>, at: number): T => {
  const one = all[at];
  if (one === undefined) throw new Error("more callers than requests");
  return one;
};

async function aNewcomer(server: TestServer) {
  const { accountId, cookie } = await server.signIn("Ana", `${newId()}@northwind.example`);
  return { cookie, enrolment: () => shapedEnrolment(new Writer(accountId), LogId.parse(newId())) };
}

const ringOf = ({ accountId, ownLog }: Member) => shapedRing(accountId, 2, ownLog);
const renewalOf = (member: Member) => {
  const { accountId } = member;
  const slots = (["passphrase", "recovery"] as const).map((kind) => shapedSlot(accountId, kind));
  return shapedChange(accountId, encode([1, uuidBytes(accountId), ringOf(member), slots]));
};

/** A way to put one's next keys; the same each time, or others. */
type Next = (member: Member) => Uint8Array;
const putsBundle: Next = ({ accountId }) => shapedBundle(accountId, 2);
const putsRing: Next = (member) => shapedChange(member.accountId, ringOf(member));

function ofMember(
  operation: typeof PutBundle | typeof PutRing | typeof RenewKeys,
  next: Next,
  isSame: boolean,
): Arrange {
  return async ({ fixture: { server } }) => {
    const member = await aMember(server, "Ana");
    const bodies = made(() => next(member));
    return (at) => server.call(operation, { body: onePart(bodies, isSame ? 0 : at) }, member.cookie);
  };
}

/** Somebody whose keys are lost, and the way to begin anew. */
async function lost(server: TestServer) {
  const member = await aMember(server, "Leila");
  const sign = takeIdentity(member.accountId);
  const body = shapedEnrolment(new Writer(member.accountId), LogId.parse(newId()));
  return { member, sign, begin: () => server.call(BeginAnew, { body }, member.cookie) };
}

/** What is arranged for one operation each. */
export const ownBursts = {
  async removePasskey({ fixture: { server } }) {
    const { accountId, cookie } = await somebody(server);
    const { id } = await addPasskey(server, cookie, new SoftPasskey(accountId));
    return () => server.call(RemovePasskey, { body: { id, change: null } }, cookie);
  },
  async putWakeUps({ fixture: { server } }) {
    const { cookie } = await somebody(server);
    const { answer } = await server.call(ReadMailSettings, {}, cookie);
    const { wakeUpDays: _, ...settings } = answer;
    await must(server.call(PutMailSettings, { body: { ...settings, wakeUps: true } }, cookie));
    return () => server.call(PutWakeUps, { body: { days: [aDay("2026-10-05")] } }, cookie);
  },
  async changeCalendar({ fixture: { server } }) {
    const { cookie } = await somebody(server);
    const params = { kind: "busy" } as const;
    await must(server.call(IssueCalendar, { params }, cookie));
    return () => server.call(ChangeCalendar, { params, body: { wording: "Away", withName: false } }, cookie);
  },
  async endCalendar({ fixture: { server } }) {
    const { cookie } = await somebody(server);
    const params = { kind: "busy" } as const;
    await must(server.call(IssueCalendar, { params }, cookie));
    return () => server.call(EndCalendar, { params }, cookie);
  },
  async takeAddress({ fixture: { server } }) {
    return (await somebodyWithCode(server)).take;
  },
  async removeAddress({ fixture: { server } }) {
    const { cookie, take } = await somebodyWithCode(server);
    await must(take());
    const body = { id: newId(), change: null };
    return () => server.call(RemoveAddress, { body }, cookie);
  },
  async undoAddress({ fixture: { server } }) {
    const { accountId } = await somebody(server);
    const left = { accountId, place: "private" as const, email: "nadia@before.example" };
    const token = await server.app.db.write((writer) => keepLeft(writer, server.app.chance, left, server.now));
    return () => server.call(UndoAddress, { body: { token } });
  },

  async enrolKeys({ fixture: { server } }) {
    const { cookie, enrolment } = await aNewcomer(server);
    const body = enrolment();
    return () => server.call(EnrolKeys, { body }, cookie);
  },
  putBundle: ofMember(PutBundle, putsBundle, true),
  putRing: ofMember(PutRing, putsRing, true),
  renewKeys: ofMember(RenewKeys, renewalOf, true),
  async putSlot({ fixture: { server } }) {
    const { accountId, cookie } = await aMember(server, "Ana");
    const body = shapedChange(accountId, shapedSlot(accountId, "passphrase"));
    return () => server.call(PutSlot, { body }, cookie);
  },
  async removeSlot({ fixture: { server } }) {
    const { accountId, cookie } = await aMember(server, "Ana");
    const slotId = newId();
    const slot = shapedChange(accountId, shapedSlot(accountId, "passphrase", slotId));
    await must(server.call(PutSlot, { body: slot }, cookie));
    const body = shapedChange(accountId, shapedRemoval(accountId, slotId));
    return () => server.call(RemoveSlot, { body }, cookie);
  },
  async beginAnew({ fixture: { server } }) {
    return (await lost(server)).begin;
  },
  async cancelAnew({ fixture: { server } }) {
    const { member, sign, begin } = await lost(server);
    await must(begin());
    const body = sign(shapedDisowning(member.accountId));
    return () => server.call(CancelAnew, { body }, member.cookie);
  },
  async endDevice({ fixture: { server } }) {
    const { cookie } = await somebody(server);
    const params = { deviceId: DeviceId.parse(newId()) };
    await must(server.call(SeeDevice, { params }, cookie));
    return () => server.call(EndDevice, { params }, cookie);
  },
  async endPairing({ fixture: { server } }) {
    const { cookie } = await somebody(server);
    const { body } = ownRequests.offerPairing();
    await must(server.call(OfferPairing, { body }, cookie));
    return () => server.call(EndPairing, { params: body }, cookie);
  },
} as const satisfies Readonly<Record<string, Arrange>>;

/** Fifty who bring something else each for the same place. */
export const ownContests = {
  async enrolKeys({ fixture: { server } }) {
    const { cookie, enrolment } = await aNewcomer(server);
    const bodies = made(enrolment);
    return (at) => server.call(EnrolKeys, { body: onePart(bodies, at) }, cookie);
  },
  putBundle: ofMember(PutBundle, putsBundle, false),
  putRing: ofMember(PutRing, putsRing, false),
  renewKeys: ofMember(RenewKeys, renewalOf, false),
} as const satisfies Readonly<Record<string, Arrange>>;
