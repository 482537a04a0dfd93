/** Invitations that were on their way to an address that somebody has left: whoever reads that mailbox now is not let in by them. */
import type { Writer } from "../../../../server/database/database.ts";
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";

/** Ends every open invitation of somebody, in whichever list they stand, and every one to this address: to take part, and to manage. */
export async function endInvitationsOf(
  writer: Writer,
  { accountId, emailKey }: { readonly accountId: AccountId; readonly emailKey: string },
  now: Instant,
): Promise<void> {
  await writer
    .updateTable("invitation")
    .set({ replaced_at: now })
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .where("participant_id", "in", (query) =>
      query
        .selectFrom("participant")
        .select("participant.id")
        .where((where) =>
          where.or([
            where("account_id", "=", accountId),
            where("email_key", "=", emailKey),
            // The list of a next programme holds the address of the last one, and the mail went to the one that is left.
            where(
              "email_key",
              "in",
              query
                .selectFrom("participant as known")
                .select("known.email_key")
                .where("known.account_id", "=", accountId),
            ),
          ]),
        ),
    )
    .execute();
  await writer
    .updateTable("manager_invitation")
    .set({ withdrawn_at: now })
    .where("email_key", "=", emailKey)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
}
