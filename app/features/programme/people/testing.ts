/** People in a programme for tests of other features, made by the calls that real ones are made by. Imported by tests alone. */
import type { TestServer } from "../../../server/testing.ts";
import { type AccountId, LogId, ParticipantId, type ProgrammeId } from "../../../values/id.ts";
import type { Roles } from "../../../values/role.ts";
import { Enrol } from "../enrolment/schema.ts";
import { AcceptInvitation, Invite } from "../invitations/schema.ts";
import { hashToken } from "../../../server/chance.ts";
import type { Profile } from "../profile/rules.ts";
import { ReadMyPlace, SaveProfile } from "../profile/schema.ts";
import { cookieOf, tokenIn } from "../sign-in/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { AddPerson } from "./schema.ts";

/** A programme with the cookie of its manager. */
export type Managed = Awaited<ReturnType<typeof setUp>>;

/** Somebody on the list. */
export interface Someone {
  readonly participantId: ParticipantId;
  readonly email: string;
}

/** Adds somebody to the list; the address comes from the name. */
export async function add(
  server: TestServer,
  { programmeId, cookie }: Managed,
  name: string,
  roles: Roles,
  managerEmail = "",
): Promise<Someone> {
  const participantId = ParticipantId.parse(server.app.chance.id());
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example`;
  const facts = { name, email, roles, team: "", site: "", level: null, managerEmail };
  await server.call(AddPerson, { params: { programmeId }, body: { id: participantId, facts } }, cookie);
  return { participantId, email };
}

/** Invites somebody and takes the token out of the newest mail to them. */
export async function inviteByMail(
  server: TestServer,
  { programmeId, cookie }: Managed,
  person: Someone,
): Promise<string> {
  const before = new Set(await server.mails());
  await server.call(
    Invite,
    { params: { programmeId }, body: { requestId: server.app.chance.id(), people: [person.participantId] } },
    cookie,
  );
  return tokenIn((await server.mails()).find((mail) => !before.has(mail) && mail.includes(person.email)) ?? "");
}

/** Invites somebody who accepts; the answer has their cookie. */
export async function join(
  server: TestServer,
  managed: Managed,
  person: Someone,
): Promise<{ readonly accountId: AccountId; readonly cookie: string }> {
  const accepted = await server.call(AcceptInvitation, {
    body: { token: await inviteByMail(server, managed, person) },
  });
  const cookie = cookieOf(accepted.raw, "oakroom");
  const row = await server.app.db.read
    .selectFrom("sign_in")
    .select("account_id")
    .where("token_hash", "=", hashToken("sign-in", cookie.slice("oakroom=".length)))
    .executeTakeFirstOrThrow();
  return { accountId: row.account_id, cookie };
}

/** A profile with all that a mentor and a mentee need. */
export const aProfile: Profile = {
  helpWith: [{ topic: "first teams", learned: "I led one before I was ready" }],
  limits: ["negotiating a salary"],
  decidesAbout: [],
  wishes: ["leading for the first time"],
  languages: ["en", "de"],
  timeZone: "Europe/Berlin",
  availability: "Mon-Thu 12:00-14:00",
  capacity: 2,
  why: "Somebody did this for me.",
  setback: "The first team I led fell apart.",
  setbackReaders: "pair",
};

/** Saves a profile as its owner. */
export async function describeOneself(
  server: TestServer,
  programmeId: ProgrammeId,
  cookie: string,
  profile: Partial<Profile> = {},
) {
  const { answer } = await server.call(ReadMyPlace, { params: { programmeId } }, cookie);
  const { helpWith, limits, decidesAbout, wishes, languages, ...rest } = { ...aProfile, ...profile };
  const body = {
    callName: answer.callName,
    about: answer.about,
    profile: {
      ...rest,
      helpWith: [...helpWith],
      limits: [...limits],
      decidesAbout: [...decidesAbout],
      wishes: [...wishes],
      languages: [...languages],
    },
  };
  return server.call(SaveProfile, { params: { programmeId }, body }, cookie);
}

/** Notes that somebody's keys are enrolled, without any: for tests that need no room. */
export async function pretendKeys(server: TestServer, accountId: AccountId): Promise<void> {
  const now = server.now;
  const logId = LogId.parse(server.app.chance.id());
  await server.app.db.write(async (writer) => {
    await writer
      .insertInto("log")
      .values({ id: logId, kind: "own", last_number: 0, last_epoch: 1, opened_at: now, closed_at: null })
      .execute();
    await writer
      .insertInto("key_holder")
      .values({
        account_id: accountId,
        own_log_id: logId,
        bundle_version: 1,
        iek_version: 1,
        ring_version: 1,
        ring: Buffer.from([0]),
        enrolled_at: now,
      })
      .execute();
  });
}

/** Adds somebody who accepts, describes themself and takes part; with pretended keys. */
export async function enrolled(
  server: TestServer,
  managed: Managed,
  name: string,
  roles: Roles,
  profile: Partial<Profile> = {},
): Promise<Someone & { readonly accountId: AccountId; readonly cookie: string }> {
  const person = await add(server, managed, name, roles);
  const joined = await join(server, managed, person);
  await describeOneself(server, managed.programmeId, joined.cookie, profile);
  await pretendKeys(server, joined.accountId);
  await server.call(Enrol, { params: { programmeId: managed.programmeId } }, joined.cookie);
  return { ...person, ...joined };
}
