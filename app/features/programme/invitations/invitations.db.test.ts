import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { add, enrolled, inviteByMail, join, type Managed, type Someone } from "../people/testing.ts";
import { ListPeople } from "../people/schema.ts";
import { aFirstProgramme, setUp } from "../programmes/testing.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { cookieOf, plainMail, tokenIn } from "../sign-in/testing.ts";
import { AcceptInvitation, ExtendInvitation, Invite, ReadInvitation } from "./schema.ts";

let server: TestServer;
let managed: Managed;
beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});
afterAll(() => server.end());

const day = 86_400_000;
const accept = (token: string, cookie?: string) => server.call(AcceptInvitation, { body: { token } }, cookie);
const look = (token: string) => server.call(ReadInvitation, { body: { token } });
const invite = (people: "not-yet-asked" | Someone[], requestId = server.app.chance.id(), by = managed) =>
  server.call(
    Invite,
    {
      params: { programmeId: by.programmeId },
      body: {
        requestId,
        people: people === "not-yet-asked" ? people : people.map(({ participantId }) => participantId),
      },
    },
    by.cookie,
  );

describe("an invitation", () => {
  it("shows Leila who invites her, and lets her in once she presses Join", async () => {
    const leila = await add(server, managed, "Leila Haddad", ["mentee"]);
    const token = await inviteByMail(server, managed, leila);
    expect((await look(token)).answer).toMatchObject({
      programmeName: "Autumn mentoring",
      organisationName: "Northwind",
      name: "Leila Haddad",
      roles: ["mentee"],
    });
    expect((await look(token)).status).toBe(200);
    const accepted = await accept(token);
    expect(accepted.answer).toEqual({ programmeId: managed.programmeId });
    const me = await server.call(ReadMe, {}, cookieOf(accepted.raw, "oakroom"));
    expect(me.answer).toMatchObject({
      name: "Leila Haddad",
      email: leila.email,
      // Whom to ask is no secret to the programme's people.
      participations: [
        {
          state: "invited",
          roles: ["mentee"],
          managers: [{ name: expect.any(String), email: expect.stringContaining("@") }],
          contacts: aFirstProgramme.contacts,
        },
      ],
    });
    expect([(await accept(token)).refused, (await look(token)).refused]).toEqual(["used", "used"]);
  });

  it("stands in the mail alone: the database has its hash, and the job forgets it once it is sent", async () => {
    const ines = await add(server, managed, "Ines Costa", ["mentor"]);
    const token = await inviteByMail(server, managed, ines);
    const jobs = await server.app.db.read.selectFrom("job").select("payload").execute();
    const rows = await server.app.db.read.selectFrom("invitation").selectAll().execute();
    expect(JSON.stringify([jobs, rows])).not.toContain(token);
    const mail = plainMail((await server.mails()).find((text) => text.includes(ines.email)) ?? "");
    expect(mail).toContain(`/join#t=${token}`);
    expect(mail).toContain("as a mentor");
    // A person to ask, and not a machine alone.
    expect(mail).toMatch(/Questions\? .+, \S+@\S+/);
  });

  it("ends after 14 days, and lives again when it is extended", async () => {
    const yuki = await add(server, managed, "Yuki Tanaka", ["mentee"]);
    const token = await inviteByMail(server, managed, yuki);
    const params = { programmeId: managed.programmeId, participantId: yuki.participantId };
    server.pass(14 * day);
    expect([(await look(token)).refused, (await accept(token)).refused]).toEqual(["expired", "expired"]);
    expect((await server.call(ExtendInvitation, { params }, managed.cookie)).answer.expiresAt).toBe(
      server.now + 14 * day,
    );
    expect((await accept(token)).status).toBe(200);
    expect((await server.call(ExtendInvitation, { params }, managed.cookie)).refused).toBe("no-invitation");
  });

  it("is replaced by a new link; the same request sends one mail", async () => {
    const ravi = await add(server, managed, "Ravi Iyer", ["mentee"]);
    const first = await inviteByMail(server, managed, ravi);
    const requestId = server.app.chance.id();
    expect((await invite([ravi], requestId)).answer).toEqual({ invited: 1 });
    expect((await invite([ravi], requestId)).answer).toEqual({ invited: 1 });
    expect((await look(first)).refused).toBe("expired");
    const tokens = (await server.mails()).filter((mail) => mail.includes(ravi.email)).map(tokenIn);
    expect(tokens).toHaveLength(2);
    const second = tokens.find((token) => token !== first) ?? "";
    expect((await accept(second)).status).toBe(200);
  });

  it("goes to everyone who has not been asked, and to nobody twice", async () => {
    const other = await setUp(server, "Olga Other");
    await add(server, other, "Ana Alm", ["mentee"]);
    await add(server, other, "Ben Berg", ["mentor"]);
    await enrolled(server, other, "Cleo Cruz", ["mentor"]);
    expect((await invite("not-yet-asked", undefined, other)).answer).toEqual({ invited: 2 });
    expect((await invite("not-yet-asked", undefined, other)).answer).toEqual({ invited: 0 });
    const { answer } = await server.call(ListPeople, { params: { programmeId: other.programmeId } }, other.cookie);
    expect(answer.people.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "Ana Alm invited",
      "Ben Berg invited",
      "Cleo Cruz enrolled",
    ]);
  });

  it("ties the same person's second programme to the account they have", async () => {
    const petra = await add(server, managed, "Petra Svoboda", ["mentor"]);
    const first = await join(server, managed, petra);
    const other = await setUp(server, "Nadia Next");
    const again = await add(server, other, "Petra Svoboda", ["mentee"]);
    const second = await join(server, other, again);
    expect(second.accountId).toBe(first.accountId);
    const me = await server.call(ReadMe, {}, second.cookie);
    expect(me.answer.participations.map(({ roles }) => roles.join())).toEqual(["mentor", "mentee"]);
  });

  it("is worth nothing when nobody sent it", async () => {
    const made = "A".repeat(43);
    expect([(await look(made)).refused, (await accept(made)).refused]).toEqual(["expired", "expired"]);
  });

  it("ends with the place of whoever left before joining, and never lets a stranger change who is signed in where", async () => {
    const kwame = await add(server, managed, "Kwame Mensah", ["mentee"]);
    const token = await inviteByMail(server, managed, kwame);
    const stranger = await server.signIn("Stranger Danger");
    const accepted = await accept(token, stranger.cookie);
    const cookie = cookieOf(accepted.raw, "oakroom");
    expect((await server.call(ReadMe, {}, cookie)).answer.name).toBe("Kwame Mensah");
    expect((await server.call(ReadMe, {}, stranger.cookie)).status).toBe(401);
  });

  it("S7: of fifty at once exactly one gets in, two hundred times", async () => {
    const other = await setUp(server, "Burst Manager");
    const people: Someone[] = [];
    for (let at = 0; at < 200; at += 1) people.push(await add(server, other, `Burst Person ${at}`, ["mentee"]));
    const before = new Set(await server.mails());
    await invite(people, undefined, other);
    const tokens = (await server.mails()).filter((mail) => !before.has(mail)).map(tokenIn);
    expect(new Set(tokens).size).toBe(200);
    let wrong = 0;
    process.stdout.write(`tried: one-time things: ${tokens.length}\n`);
    for (const token of tokens) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => accept(token)));
      const won = answers.filter(({ status }) => status === 200).length;
      const lost = answers.filter(({ refused }) => refused === "used").length;
      if (won !== 1 || lost !== 49) wrong += 1;
    }
    expect(wrong).toBe(0);
    const signedIn = await server.app.db.read
      .selectFrom("sign_in")
      .innerJoin("participant", "participant.account_id", "sign_in.account_id")
      .select("sign_in.id")
      .where("participant.programme_id", "=", other.programmeId)
      .execute();
    expect(signedIn).toHaveLength(200);
  }, 180_000);
});
