import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { aDay } from "../../../values/day.ts";
import { dayLength } from "../../../values/instant.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { cookieOf } from "../sign-in/testing.ts";
import { ChangeProgramme, ReadProgramme, ReadProgrammeFacts, ReadSite } from "./schema.ts";
import { offerSetUp } from "./set-up/jobs.ts";
import { CheckSetUp, SetUp } from "./set-up/schema.ts";
import { aFirstProgramme, setUp } from "./testing.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const manager = { name: "Maria Lind", email: "maria@northwind.example" };
const offered = async () => (await offerSetUp(server.app))?.split("#t=")[1] ?? "";

describe("Maria sets Oakroom up", () => {
  it("with the newest link alone", async () => {
    const older = await offered();
    const newer = await offered();
    expect((await server.call(CheckSetUp, { body: { token: older } })).refused).toBe("no-longer-valid");
    expect((await server.call(CheckSetUp, { body: { token: newer } })).status).toBe(200);
    expect(JSON.stringify(await server.app.db.read.selectFrom("meta").selectAll().execute())).not.toContain(newer);
  });

  it("not with answers that cannot be, and the link stays good", async () => {
    const token = await offered();
    const programmeId = ProgrammeId.parse(server.app.chance.id());
    const setUpWith = (programme: object) =>
      server.call(SetUp, { body: { token, programmeId, manager, programme: { ...aFirstProgramme, ...programme } } });
    const backwards = { kind: "cohort" as const, startsOn: aDay("2027-01-01"), endsOn: aDay("2026-10-01") };
    expect((await setUpWith({ timing: backwards })).refused).toBe("ends-before-it-starts");
    const [one] = aFirstProgramme.contacts;
    expect(
      (await setUpWith({ contacts: [one, { name: "Somebody else", email: one?.email.toUpperCase() }] })).refused,
    ).toBe("same-contact-twice");
    for (const [wrong, field] of [
      [{ adultsOnly: false }, "programme.adultsOnly"],
      [{ contactsApart: undefined }, "programme.contactsApart"],
      [{ contacts: [one] }, "programme.contacts"],
      // What would begin parameters behind mailto: is no address here.
      ...["lena?cc=eve", "lena&bcc=eve", "lena#x", "lena%3Fcc=eve"].map(
        (local) =>
          [
            { contacts: [one, { name: "Lena", email: `${local}@northwind.example` }] },
            "programme.contacts.1.email",
          ] as const,
      ),
      [{ variant: "young-people" }, "programme.variant"],
      [{ organisation: "  " }, "programme.organisation"],
    ] as const) {
      const answer = await setUpWith(wrong);
      expect([answer.status, answer.raw.json().fields]).toEqual([400, [field]]);
    }
    expect(await server.app.db.read.selectFrom("programme").selectAll().execute()).toEqual([]);
    expect((await server.call(CheckSetUp, { body: { token } })).status).toBe(200);
  });

  it("once, is signed in by it, and finds what she answered", async () => {
    expect((await server.call(ReadSite, {})).answer.organisation).toBeNull();
    const token = await offered();
    const programmeId = ProgrammeId.parse(server.app.chance.id());
    const body = { token, programmeId, manager, programme: aFirstProgramme };
    const done = await server.call(SetUp, { body });
    expect(done.answer).toEqual({ programmeId });
    const maria = cookieOf(done.raw, "oakroom");
    expect((await server.call(ReadMe, {}, maria)).answer).toMatchObject({
      ...manager,
      manages: [{ programmeId, programmeName: aFirstProgramme.name }],
    });
    expect((await server.call(ReadProgramme, { params: { programmeId } }, maria)).answer).toEqual({
      programmeId,
      name: aFirstProgramme.name,
      organisation: aFirstProgramme.organisation,
      timing: aFirstProgramme.timing,
      variant: aFirstProgramme.variant,
      wording: "",
      contacts: aFirstProgramme.contacts,
      mayLikeAWord: true,
      suggestionDays: 7,
      leavingDays: 60,
      isDraft: true,
      finishesAt: null,
      isNext: false,
      someMayLikeAWord: false,
      newAsks: 0,
      contactsToAsk: 2,
      withoutContact: 0,
      counts: {
        people: { added: 0, invited: 0, enrolled: 0, paused: 0, aside: 0, left: 0 },
        pairs: { proposed: 0, live: 0, paused: 0, leaving: 0, ended: 0 },
      },
    });
    expect(
      (await server.call(SetUp, { body: { ...body, programmeId: ProgrammeId.parse(server.app.chance.id()) } })).refused,
    ).toBe("no-longer-valid");
    expect((await server.call(CheckSetUp, { body: { token } })).refused).toBe("no-longer-valid");
    expect(await offerSetUp(server.app)).toBeUndefined();
    expect((await server.call(ReadSite, {})).answer).toEqual({
      organisation: aFirstProgramme.organisation,
      origin: "http://localhost:8480",
      originIsSecure: true,
    });
  });
});

describe("a programme's settings", () => {
  it("are changed by its manager, and keep to the same rules", async () => {
    server.pass(dayLength);
    const { programmeId, cookie } = await setUp(server, "Noor Haddad");
    const settings = {
      name: "Spring mentoring",
      timing: { kind: "rolling" as const },
      variant: "health" as const,
      wording: "Patients are never named.\nNot even their wards.",
      contacts: [...aFirstProgramme.contacts],
      contactsApart: true as const,
      mayLikeAWord: false,
      suggestionDays: 14,
      leavingDays: 60,
    };
    expect((await server.call(ChangeProgramme, { params: { programmeId }, body: settings }, cookie)).status).toBe(200);
    const { contactsApart: _, ...kept } = settings;
    expect((await server.call(ReadProgramme, { params: { programmeId } }, cookie)).answer).toMatchObject(kept);
    const backwards = { kind: "cohort" as const, startsOn: aDay("2027-01-01"), endsOn: aDay("2027-01-01") };
    expect(
      (
        await server.call(
          ChangeProgramme,
          { params: { programmeId }, body: { ...settings, timing: backwards } },
          cookie,
        )
      ).refused,
    ).toBe("ends-before-it-starts");
  });

  it("are partly for those who take part, and not at all for others", async () => {
    const { programmeId, cookie } = await setUp(server, "Iris Blum");
    const other = await setUp(server, "Otto Rask");
    expect((await server.call(ReadProgrammeFacts, { params: { programmeId } }, cookie)).answer.name).toBe(
      aFirstProgramme.name,
    );
    for (const operation of [ReadProgramme, ReadProgrammeFacts]) {
      expect((await server.call(operation, { params: { programmeId } }, other.cookie)).status).toBe(404);
      expect((await server.call(operation, { params: { programmeId } })).status).toBe(401);
    }
  });
});
