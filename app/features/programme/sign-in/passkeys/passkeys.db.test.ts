import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { fromBase64url, toBase64url } from "../../../../values/bytes.ts";
import { PasskeyId } from "../../../../values/id.ts";
import { minute, second } from "../../../../values/instant.ts";
import { ReadMyKeys } from "../../../room/log/keys/schema.ts";
import {
  aMember,
  hexOf,
  type Member,
  readKeys,
  shapedChange,
  shapedPasskey,
  shapedRemoval,
  shapedSlot,
} from "../../../room/log/testing.ts";
import { cookieOf } from "../testing.ts";
import { ReadMe } from "../schema.ts";
import { challengeLifeMs } from "./rules.ts";
import { AddPasskey, BeginPasskey, ListPasskeys, mostPasskeys, RemovePasskey, SignInWithPasskey } from "./schema.ts";
import { addPasskey, challengeOf, type Quirks, signInBy, SoftPasskey, withPasskey } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** What Ana's keys say about a passkey. */
function signedBy(member: Member, passkey: SoftPasskey, id: string, slot?: Uint8Array) {
  const credential = fromBase64url(passkey.credential) ?? new Uint8Array();
  const change = shapedChange(member.accountId, shapedPasskey(member.accountId, id, credential));
  return {
    id,
    change: toBase64url(change),
    ...(slot && { slot: toBase64url(shapedChange(member.accountId, slot)) }),
  };
}

const slotsOf = async ({ cookie }: Pick<Member, "cookie">) =>
  readKeys((await server.call(ReadMyKeys, {}, cookie)).answer)?.slots ?? [];

describe("Ana signs in by her passkey", () => {
  it("without saying who she is, and is herself", async () => {
    const { passkey, accountId } = await withPasskey(server, "Ana");
    const answer = await signInBy(server, passkey);
    expect(answer.answer).toEqual({ signedIn: true });
    const cookie = cookieOf(answer.raw, "oakroom");
    expect((await server.call(ReadMe, {}, cookie)).answer.accountId).toBe(accountId);
  });

  it.each<[string, Quirks]>([
    ["for another origin", { origin: "http://localhost:8481" }],
    ["for another site", { relyingParty: "oakroom.example" }],
    ["without having asked who is there", { isVerified: false }],
    ["as if it made a passkey", { type: "webauthn.create" }],
  ])("not where it signed %s", async (_, quirks) => {
    const { passkey } = await withPasskey(server, "Ana");
    expect((await signInBy(server, passkey, quirks)).refused).toBe("not-accepted");
    expect((await signInBy(server, passkey)).status).toBe(200);
  });

  it("not with a challenge that is somebody's own, too old, used, or nobody's", async () => {
    const { passkey, cookie } = await withPasskey(server, "Ana");
    const tries = async (challenge: string) =>
      (await server.call(SignInWithPasskey, { body: passkey.signs(challenge) })).refused ?? "in";
    const toAdd = (await server.call(BeginPasskey, {}, cookie)).answer.challenge;
    expect(await tries(toAdd)).toBe("not-accepted");
    expect(await tries(server.app.chance.token())).toBe("not-accepted");
    const once = await challengeOf(server);
    expect([await tries(once), await tries(once)]).toEqual(["in", "not-accepted"]);
    const old = await challengeOf(server);
    server.pass(challengeLifeMs);
    expect(await tries(old)).toBe("not-accepted");
  });

  it("not with another's signature, account, or a byte changed anywhere", async () => {
    const [ana, ben] = [await withPasskey(server, "Ana"), await withPasskey(server, "Ben")];
    const signed = async (change: (body: ReturnType<SoftPasskey["signs"]>) => object) => {
      const body = ana.passkey.signs(await challengeOf(server));
      return (await server.call(SignInWithPasskey, { body: { ...body, ...change(body) } })).refused;
    };
    expect(await signed(() => ({ credential: ben.passkey.credential }))).toBe("not-accepted");
    expect(await signed(() => ({ userHandle: ben.passkey.signs("").userHandle }))).toBe("not-accepted");
    for (const field of ["authenticatorData", "signature"] as const) {
      const flipped = (text: string) => {
        const bytes = Uint8Array.from(fromBase64url(text) ?? []);
        return toBase64url(bytes.with(12, (bytes[12] ?? 0) ^ 1));
      };
      expect(await signed((body) => ({ [field]: flipped(body[field]) }))).toBe("not-accepted");
    }
  });

  it("not once an authenticator counted on: then somebody may hold a copy", async () => {
    const { passkey } = await withPasskey(server, "Ana");
    passkey.counter = 7;
    expect((await signInBy(server, passkey)).status).toBe(200);
    expect((await signInBy(server, passkey)).refused).toBe("not-accepted");
    passkey.counter = 6;
    expect((await signInBy(server, passkey)).refused).toBe("not-accepted");
    passkey.counter = 8;
    expect((await signInBy(server, passkey)).status).toBe(200);
  });

  it("S6: a passkey that nobody has is answered as one whose signature does not hold", async () => {
    const { passkey } = await withPasskey(server, "Ana");
    const stranger = new SoftPasskey(passkey.account);
    const [unknown, wrong] = [await signInBy(server, stranger), await signInBy(server, passkey, { isVerified: false })];
    expect([unknown.status, wrong.status]).toEqual([409, 409]);
    expect(unknown.raw.rawPayload.equals(wrong.raw.rawPayload)).toBe(true);
    expect(Object.keys(unknown.raw.headers)).toEqual(Object.keys(wrong.raw.headers));
  });

  it("and whoever guesses from one connection has to wait", async () => {
    const one = await testServer();
    const passkey = new SoftPasskey((await one.signIn("Ana")).accountId);
    const answers = [];
    for (let tried = 0; tried < 52; tried += 1) answers.push((await signInBy(one, passkey)).refused);
    expect(answers.filter((word) => word === "not-accepted")).toHaveLength(50);
    expect(answers.at(-1)).toBe("too-many-tries");
    one.pass(2 * minute);
    expect((await signInBy(one, passkey)).refused).toBe("not-accepted");
    await one.end();
  });
});

describe("adding a passkey", () => {
  it("takes the challenge of whoever adds it, once", async () => {
    const [ana, ben] = [await withPasskey(server, "Ana"), await withPasskey(server, "Ben")];
    const passkey = new SoftPasskey(ana.accountId);
    const id = PasskeyId.parse(server.app.chance.id());
    server.pass(second);
    const { challenge } = (await server.call(BeginPasskey, {}, ben.cookie)).answer;
    const body = { id, ...passkey.makes(challenge), change: null, slot: null };
    expect((await server.call(AddPasskey, { body }, ana.cookie)).refused).toBe("not-accepted");
    const again = await addPasskey(server, ana.cookie, passkey, { id });
    expect(again.added.status).toBe(200);
    expect((await server.call(AddPasskey, { body: again.body }, ana.cookie)).refused).toBe("not-accepted");
    expect((await addPasskey(server, ana.cookie, passkey, { id })).added.status).toBe(200);
    const { passkeys } = (await server.call(ListPasskeys, {}, ana.cookie)).answer;
    expect(passkeys.map((one) => one.credential)).toEqual([ana.passkey.credential, passkey.credential]);
  });

  it.each<[string, Quirks]>([
    ["another origin", { origin: "https://oakroom.example" }],
    ["another site", { relyingParty: "example" }],
    ["nobody in front of it", { isVerified: false }],
  ])("is refused where it was made for %s", async (_, quirks) => {
    const { cookie, passkey } = await withPasskey(server, "Ana");
    const { added } = await addPasskey(server, cookie, new SoftPasskey(passkey.account), { quirks });
    expect(added.refused).toBe("not-accepted");
  });

  it("of somebody else's credential is refused, and changes nothing of theirs", async () => {
    const [ana, ben] = [await withPasskey(server, "Ana"), await withPasskey(server, "Ben")];
    expect((await addPasskey(server, ana.cookie, ben.passkey)).added.refused).toBe("not-accepted");
    expect((await signInBy(server, ben.passkey)).status).toBe(200);
  });

  it("stops at a dozen", async () => {
    const { cookie, passkey } = await withPasskey(server, "Ana");
    for (let made = 1; made < mostPasskeys; made += 1)
      expect((await addPasskey(server, cookie, new SoftPasskey(passkey.account))).added.status).toBe(200);
    expect((await addPasskey(server, cookie, new SoftPasskey(passkey.account))).added.refused).toBe("too-many");
  });
});

describe("C07: where Ana has keys", () => {
  it("her keys have to say so: whoever holds her sign-in alone adds and removes none", async () => {
    const [ana, mallory] = [await aMember(server, "Ana"), await aMember(server, "Mallory")];
    const passkey = new SoftPasskey(ana.accountId);
    const id = server.app.chance.id();
    const add = async (signed: Parameters<typeof addPasskey>[3]) =>
      (await addPasskey(server, ana.cookie, passkey, { id, ...signed })).added.refused;
    const other = new SoftPasskey(ana.accountId);
    expect(await add({})).toBe("not-signed");
    expect(await add(signedBy(mallory, passkey, id))).toBe("not-signed");
    expect(await add(signedBy(ana, other, id))).toBe("not-signed");
    expect(await add({ ...signedBy(ana, passkey, id), id: server.app.chance.id() })).toBe("not-signed");
    const removal = toBase64url(shapedChange(ana.accountId, shapedRemoval(ana.accountId, id)));
    expect(await add({ change: removal })).toBe("not-signed");
    expect(await add(signedBy(ana, passkey, id))).toBeUndefined();
    const body = { id: PasskeyId.parse(id), change: null };
    expect((await server.call(RemovePasskey, { body }, ana.cookie)).refused).toBe("not-signed");
    const forged = toBase64url(shapedChange(mallory.accountId, shapedRemoval(ana.accountId, id)));
    expect((await server.call(RemovePasskey, { body: { ...body, change: forged } }, ana.cookie)).refused).toBe(
      "not-signed",
    );
    expect((await signInBy(server, passkey)).status).toBe(200);
  });

  it("a passkey comes with its slot or not at all, and goes with it", async () => {
    const ana = await aMember(server, "Ana");
    const passkey = new SoftPasskey(ana.accountId);
    const id = server.app.chance.id();
    const before = await slotsOf(ana);
    const slot = shapedSlot(ana.accountId, "passkey", id);
    const elsewhere = shapedSlot(ana.accountId, "passkey");
    const asPassphrase = shapedSlot(ana.accountId, "passphrase", id);
    for (const wrong of [elsewhere, asPassphrase, shapedSlot(server.app.chance.id(), "passkey", id)]) {
      const { added } = await addPasskey(server, ana.cookie, passkey, signedBy(ana, passkey, id, wrong));
      expect(added.refused).toBe("not-signed");
    }
    expect(await slotsOf(ana)).toEqual(before);
    const { added } = await addPasskey(server, ana.cookie, passkey, signedBy(ana, passkey, id, slot));
    expect(added.status).toBe(200);
    expect(await slotsOf(ana)).toContain(hexOf(slot));
    const change = toBase64url(shapedChange(ana.accountId, shapedRemoval(ana.accountId, id)));
    const body = { id: PasskeyId.parse(id), change };
    expect((await server.call(RemovePasskey, { body }, ana.cookie)).status).toBe(200);
    expect((await server.call(RemovePasskey, { body }, ana.cookie)).status).toBe(200);
    expect(await slotsOf(ana)).toEqual(before);
    server.pass(second);
    expect((await signInBy(server, passkey)).refused).toBe("not-accepted");
    expect((await server.call(ListPasskeys, {}, ana.cookie)).answer.passkeys).toEqual([]);
  });
});
