import { beforeAll, expect, test } from "vitest";
import {
  type AgreementFields,
  type AgreementSignature,
  type Signature,
  agreementBytes,
  commitCard,
  decodeReveal,
  encodeReveal,
  inForce,
  opensCard,
  signAgreement,
  utf8,
} from "./index.ts";
import { type TestPerson, aPerson, idOf, fail } from "./testing/people.ts";
import { equal } from "./values.ts";

let ana: TestPerson;
let ben: TestPerson;
let fields: AgreementFields;
beforeAll(async () => {
  [ana, ben] = [await aPerson(1), await aPerson(2)];
  const parties = [ben.bundle, ana.bundle];
  fields = {
    room: idOf("log", 5),
    agreement: idOf("agreement", 6),
    version: 1,
    text: utf8("We meet on Tuesdays."),
    parties,
  };
});

const by = async (person: TestPerson, what = fields): Promise<AgreementSignature> => ({
  isk: person.bundle.isk,
  signature: await signAgreement(person.isk, agreementBytes(what)),
});

test("C30 an agreement is in force when both have signed equal bytes, in any order", async () => {
  const both = [await by(ana), await by(ben)];
  expect(await inForce(fields, both)).toBe(true);
  expect(await inForce(fields, both.toReversed())).toBe(true);
  expect(equal(agreementBytes(fields), agreementBytes({ ...fields, parties: fields.parties.toReversed() }))).toBe(true);
});

test("C30 one signature, or one twice, puts nothing in force", async () => {
  expect(await inForce(fields, [])).toBe(false);
  expect(await inForce(fields, [await by(ana)])).toBe(false);
  expect(await inForce(fields, [await by(ana), await by(ana)])).toBe(false);
  const third = await aPerson(3);
  expect(await inForce(fields, [await by(ana), await by(third)])).toBe(false);
});

test("C30 signatures over different bytes put neither in force", async () => {
  const changes: ReadonlyArray<Partial<AgreementFields>> = [
    { text: utf8("We meet on Tuesdays!") },
    { version: 2 },
    { room: idOf("log", 7) },
    { agreement: idOf("agreement", 7) },
  ];
  for (const change of changes) {
    const other = { ...fields, ...change };
    const mixed = [await by(ana), await by(ben, other)];
    expect(await inForce(fields, mixed)).toBe(false);
    expect(await inForce(other, mixed)).toBe(false);
  }
});

test("C30 a later version of either side leaves the signed one as it is", async () => {
  const both = [await by(ana), await by(ben)];
  const later = { ...fields, version: 2, text: utf8("We meet on Fridays.") };
  const withLater = [...both, await by(ana, later)];
  expect(await inForce(fields, withLater)).toBe(true);
  expect(await inForce(later, withLater)).toBe(false);
});

test("C30 a signature with another's key, or of zeros, is none", async () => {
  const stolen = { isk: ben.bundle.isk, signature: (await by(ana)).signature };
  expect(await inForce(fields, [await by(ana), stolen])).toBe(false);
  const empty = { isk: ben.bundle.isk, signature: new Uint8Array(64) as Signature };
  expect(await inForce(fields, [await by(ana), empty])).toBe(false);
});

test("an agreement is between two people", () => {
  expect(() => agreementBytes({ ...fields, parties: [ana.bundle] })).toThrow("two people");
  expect(() => agreementBytes({ ...fields, parties: [ana.bundle, ana.bundle] })).toThrow("two people");
});

test("cards turn over together: a commitment is opened by its own text, person, card and log alone", () => {
  const place = { log: idOf("log", 5), card: idOf("card", 1), user: ana.user };
  const { commitment, reveal } = commitCard(place, utf8("I would rather talk about fear"));
  const read = decodeReveal(encodeReveal(reveal)) ?? fail("no reveal");
  expect(opensCard(place, commitment, read)).toBe(true);
  expect(opensCard({ ...place, user: ben.user }, commitment, read)).toBe(false);
  expect(opensCard({ ...place, log: idOf("log", 6) }, commitment, read)).toBe(false);
  expect(opensCard({ ...place, card: idOf("card", 2) }, commitment, { ...read, card: idOf("card", 2) })).toBe(false);
  expect(opensCard(place, commitment, { ...read, card: idOf("card", 2) })).toBe(false);
  expect(opensCard(place, commitment, { ...read, text: utf8("I would rather not") })).toBe(false);
  const again = commitCard(place, reveal.text);
  expect(equal(again.commitment, commitment)).toBe(false);
  expect(decodeReveal(encodeReveal(reveal).subarray(1))).toBeUndefined();
});
