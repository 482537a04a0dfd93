import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { RelationshipId } from "../../../values/id.ts";
import { dayLength, hour } from "../../../values/instant.ts";
import { ListLogs } from "../../room/log/schema.ts";
import { aMentee, aMentor, pairUp, type Person } from "../matching/testing.ts";
import { aProfile, type Managed } from "../people/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { plainMail } from "../sign-in/testing.ts";
import { ReadPartner } from "./partner/schema.ts";
import {
  EndRelationship,
  ListPairs,
  ListRelationships,
  PauseRelationship,
  RemindPartner,
  ResumeRelationship,
} from "./schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", {
    timeZone: "Europe/Helsinki",
    why: "Somebody did this for me.",
  });
  leila = await aMentee(server, managed, "Leila Haddad");
  relationshipId = await pairUp(server, managed, leila, ingrid);
});
afterEach(() => server.end());

const params = () => ({ relationshipId });
const mine = async ({ cookie }: Pick<Person, "cookie">) =>
  (await server.call(ListRelationships, {}, cookie)).answer.relationships;
const pairs = async () =>
  (await server.call(ListPairs, { params: { programmeId: managed.programmeId } }, managed.cookie)).answer.pairs;
const partner = ({ cookie }: Pick<Person, "cookie">) => server.call(ReadPartner, { params: params() }, cookie);
const mailsTo = async (person: Person, words: string) =>
  (await server.mails()).map(plainMail).filter((mail) => mail.includes(`To: ${person.email}`) && mail.includes(words));

describe("P65 P76: what the other of a pair says of themselves", () => {
  it("is there for their pair: why they are here, and the story that did not go well", async () => {
    const { status, answer } = await partner(leila);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ why: "Somebody did this for me.", setback: aProfile.setback });
    for (const field of ["email", "level", "managerEmail", "capacity", "decidesAbout"])
      expect(answer).not.toHaveProperty(field);
    expect((await mine(leila))[0]?.partner.whyIAmHere).toBe("Somebody did this for me.");
  });

  it("is there for nobody else, and no longer once the pair has ended", async () => {
    expect((await partner(managed)).status).toBe(404);
    const yuki = await aMentee(server, managed, "Yuki Tanaka");
    expect((await partner(yuki)).status).toBe(404);
    await server.call(EndRelationship, { params: params() }, ingrid.cookie);
    expect((await partner(leila)).refused).toBe("ended");
  });
});

describe("a pair", () => {
  it("each of the two sees the other, the programme, and why they were suggested to each other", async () => {
    const [seen] = await mine(leila);
    expect(seen).toMatchObject({
      relationshipId,
      roomId: relationshipId,
      programmeName: "Autumn mentoring",
      myRole: "mentee",
      partner: {
        name: "Ingrid",
        role: "mentor",
        whyIAmHere: "Somebody did this for me.",
        timeZone: "Europe/Helsinki",
      },
      state: "live",
      endedOn: null,
      firstMeetingHeld: false,
      confidentialityVariant: "company",
    });
    expect(seen?.contacts).toHaveLength(2);
    expect(seen?.reasons.length).toBeGreaterThan(0);
    expect(await mine(ingrid)).toMatchObject([{ relationshipId, myRole: "mentor", partner: { name: "Leila" } }]);
    expect(await mine(managed)).toEqual([]);
  });

  it("either may pause and go on, with the same rights and without a word to anybody why", async () => {
    for (const [one, other] of [
      [leila, ingrid],
      [ingrid, leila],
    ] as const) {
      expect((await server.call(PauseRelationship, { params: params() }, one.cookie)).status).toBe(200);
      expect(await mine(other)).toMatchObject([{ state: "paused" }]);
      expect(await pairs()).toMatchObject([{ state: "paused" }]);
      // It is not the other's to lift, and says to them no more than that it is one.
      expect(await mine(other)).toMatchObject([{ state: "paused", mayGoOn: false }]);
      expect(await mine(one)).toMatchObject([{ state: "paused", mayGoOn: true }]);
      expect((await server.call(ResumeRelationship, { params: params() }, other.cookie)).status).toBe(200);
      expect(await mine(one)).toMatchObject([{ state: "paused" }]);
      expect((await server.call(ResumeRelationship, { params: params() }, one.cookie)).status).toBe(200);
      expect(await mine(one)).toMatchObject([{ state: "live", mayGoOn: false }]);
    }
  });

  it("P112 goes on once neither of the two holds a pause, also where both let go at the same moment", async () => {
    for (const { cookie } of [leila, ingrid]) await server.call(PauseRelationship, { params: params() }, cookie);
    await server.call(ResumeRelationship, { params: params() }, leila.cookie);
    expect(await mine(leila)).toMatchObject([{ state: "paused", mayGoOn: false }]);
    expect(await mine(ingrid)).toMatchObject([{ state: "paused", mayGoOn: true }]);
    await server.call(PauseRelationship, { params: params() }, leila.cookie);
    await Promise.all(
      [leila, ingrid].map(({ cookie }) => server.call(ResumeRelationship, { params: params() }, cookie)),
    );
    expect(await mine(ingrid)).toMatchObject([{ state: "live" }]);
  });

  it("either may end at once; the other hears the neutral sentence once, the programme the date", async () => {
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        server.call(EndRelationship, { params: params() }, at % 2 === 0 ? leila.cookie : ingrid.cookie),
      ),
    );
    expect(ends.every(({ status }) => status === 200)).toBe(true);
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes("has ended the pairing"));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("It says nothing about you.");
    server.pass(3 * dayLength);
    await server.call(EndRelationship, { params: params() }, ingrid.cookie);
    expect(await pairs()).toMatchObject([{ state: "ended", endedOn: "2026-10-01" }]);
    expect((await server.call(PauseRelationship, { params: params() }, leila.cookie)).refused).toBe("ended");
    expect((await server.call(ResumeRelationship, { params: params() }, leila.cookie)).refused).toBe("ended");
  });

  it("once ended, its room stays there to be read and takes nothing more", async () => {
    await server.call(EndRelationship, { params: params() }, leila.cookie);
    for (const person of [leila, ingrid]) {
      const { logs } = (await server.call(ListLogs, {}, person.cookie)).answer;
      expect(logs.filter(({ kind }) => kind === "room")).toMatchObject([{ logId: relationshipId, open: false }]);
    }
  });

  it("one may have the other reminded once in two days, however often it is pressed", async () => {
    const presses = await Promise.all(
      Array.from({ length: 10 }, () => server.call(RemindPartner, { params: params() }, leila.cookie)),
    );
    expect(presses.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await mailsTo(ingrid, "is looking forward")).toHaveLength(1);
    server.pass(2 * dayLength - hour);
    expect((await server.call(RemindPartner, { params: params() }, ingrid.cookie)).refused).toBe("reminded-lately");
    server.pass(hour);
    expect((await server.call(RemindPartner, { params: params() }, ingrid.cookie)).status).toBe(200);
    expect(await mailsTo(leila, "is looking forward")).toHaveLength(1);
    await server.call(EndRelationship, { params: params() }, leila.cookie);
    expect((await server.call(RemindPartner, { params: params() }, leila.cookie)).refused).toBe("ended");
  });

  it("is nobody else's to touch: not the manager's, not a stranger's, and missing ones answer alike", async () => {
    const stranger = await server.signIn("Stranger");
    const missing = { relationshipId: RelationshipId.parse(server.app.chance.id()) };
    for (const operation of [PauseRelationship, ResumeRelationship, EndRelationship, RemindPartner]) {
      const answers = [
        await server.call(operation, { params: params() }, managed.cookie),
        await server.call(operation, { params: params() }, stranger.cookie),
        await server.call(operation, { params: missing }, leila.cookie),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(new Set(answers.map(({ raw }) => raw.body)).size).toBe(1);
      expect((await server.call(operation, { params: params() })).status).toBe(401);
    }
    expect(await mine(leila)).toMatchObject([{ state: "live" }]);
  });
});
