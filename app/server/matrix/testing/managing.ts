/** Managers of the matrix's programmes beside the first ones, invited by the calls that real ones are invited by. */
import { AcceptManagerInvitation, InviteManager } from "../../../features/programme/managers/schema.ts";
import type { Managed } from "../../../features/programme/people/testing.ts";
import { tokenIn } from "../../../features/programme/sign-in/testing.ts";
import type { AccountId, ParticipantId } from "../../../values/id.ts";
import type { TestServer } from "../../testing.ts";
import { must, type Person } from "./people.ts";

/** An invitation to manage that nobody has used, and somebody who manages. */
export interface Managing {
  readonly invitationId: string;
  readonly accountId: AccountId;
}

/** Both programmes' managers, and the token of the invitation to programme one. */
export interface AllManaging {
  /** The manager here is the one who takes part, too. */
  readonly own: Managing & { readonly participantId: ParticipantId };
  readonly abroad: Managing;
  readonly token: string;
}

/** Lets somebody who takes part manage programme one, and invites another manager to each programme. */
export async function managingOf(
  server: TestServer,
  one: Managed,
  two: Managed,
  { accountId, participantId, email }: Person,
): Promise<AllManaging> {
  const accepted = await inviteAnother(server, one, email);
  await must(server.call(AcceptManagerInvitation, { body: { token: accepted.token } }));
  const offered = await inviteAnother(server, one, "nora.new@northwind.example");
  const abroad = await inviteAnother(server, two, "ola.new@northwind.example");
  return {
    own: { invitationId: offered.invitationId, accountId, participantId },
    abroad: { invitationId: abroad.invitationId, accountId: await managerOf(server, two) },
    token: offered.token,
  };
}

async function inviteAnother(server: TestServer, { programmeId, cookie }: Managed, email: string) {
  const invitationId = server.app.chance.id();
  const body = { invitationId, name: "Another Manager", email };
  await must(server.call(InviteManager, { params: { programmeId }, body }, cookie));
  return { invitationId, token: tokenIn((await server.mails()).findLast((mail) => mail.includes(email)) ?? "") };
}

async function managerOf(server: TestServer, { programmeId }: Managed): Promise<AccountId> {
  const row = await server.app.db.read
    .selectFrom("programme_manager")
    .select("account_id")
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return row.account_id;
}
