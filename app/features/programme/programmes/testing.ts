/** A programme with its manager for tests of other features, made by the calls that the real one is made by. Imported by tests alone. */
import type { TestServer } from "../../../server/testing.ts";
import { aDay } from "../../../values/day.ts";
import { ProgrammeId } from "../../../values/id.ts";
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
  return { programmeId, cookie: cookieOf(raw, "oakroom") };
}
