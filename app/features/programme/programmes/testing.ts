/** A programme with its manager for tests of other features, made by the calls that the real one is made by. Imported by tests alone. */
import type { TestServer } from "../../../server/testing.ts";
import { aDay } from "../../../values/day.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { ownPoints } from "../launch/rules.ts";
import { LaunchProgramme, MarkLaunchPoint } from "../launch/schema.ts";
import { cookieOf } from "../sign-in/testing.ts";
import type { FirstProgramme } from "./schema.ts";
import { SetUp } from "./set-up/schema.ts";
import { replaceSetUpLink } from "./set-up/store.ts";

/** The answers to the set-up's questions. */
export const aFirstProgramme: FirstProgramme = {
  organisation: "Northwind",
  name: "Autumn mentoring",
  timing: { kind: "cohort", startsOn: aDay("2026-10-01"), endsOn: aDay("2027-06-30") },
  adultsOnly: true,
  variant: "company",
  contacts: [
    { name: "Lena Brandt", email: "lena.brandt@northwind.example" },
    { name: "Paul Okafor", email: "paul.okafor@northwind.example" },
  ],
  contactsApart: true,
};

/** Does what comes before the first invitation. */
export async function launch(server: TestServer, programmeId: ProgrammeId, cookie: string): Promise<void> {
  for (const point of ownPoints)
    await server.call(MarkLaunchPoint, { params: { programmeId }, body: { point, done: true } }, cookie);
  await server.call(LaunchProgramme, { params: { programmeId } }, cookie);
}

/** Makes one more programme with a manager of its own, who is signed in; the answer has their cookie. */
export async function setUp(
  server: TestServer,
  name: string,
  programme: FirstProgramme = aFirstProgramme,
): Promise<{ readonly programmeId: ProgrammeId; readonly cookie: string }> {
  const token = server.app.chance.token();
  await server.app.db.write((writer) => replaceSetUpLink(writer, token));
  const programmeId = ProgrammeId.parse(server.app.chance.id());
  const manager = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example` };
  const { raw } = await server.call(SetUp, { body: { token, programmeId, manager, programme } });
  const cookie = cookieOf(raw, "oakroom");
  await launch(server, programmeId, cookie);
  return { programmeId, cookie };
}
