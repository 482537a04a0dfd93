/** `invite`: sends invitations to everyone in a programme who has not been asked yet. */
import { addInvitationMails, noteInvited } from "../features/programme/invitations/jobs.ts";
import { makeInvitations } from "../features/programme/invitations/store.ts";
import { refuseAsking } from "../features/programme/finish/store.ts";
import { operatorOf } from "../server/guards/manager.ts";
import { inNumber } from "../values/plural.ts";
import type { Command } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { withPlace } from "./place.ts";
import { findProgramme } from "./programme.ts";

/** Invites whoever has not been asked. The running server sends the mails; without one they go out at its next start. */
export const invite: Command = {
  name: "invite",
  usage: "[--programme ID]",
  summary: "Invite everyone in a programme who has not been asked yet",
  async run(args, io) {
    const { flags, words } = readFlags(args, { programme: "text" }, "invite");
    if (words.length > 0)
      throw misuse(`invite takes flags alone, not "${words[0]}". See: npm run oakroom -- help invite`);
    return withPlace(io, async (place) => {
      const { db, chance, now, config } = place;
      const programmeId = await findProgramme(place, flags.programme);
      const held = await refuseAsking(db.read, programmeId, now);
      if (held === "finished") throw refusal("This programme has ended: nobody is invited any more.");
      if (held)
        throw refusal(
          `This programme is a draft. A manager does what comes before the first invitation at ${config.origin}/programmes/${programmeId}/launch`,
        );
      const made = await db.write(async (writer) => {
        const operator = operatorOf(programmeId);
        const invitations = await makeInvitations(writer, chance, now, operator, chance.id(), "not-yet-asked");
        await addInvitationMails(writer, chance, now, invitations);
        await noteInvited(writer, chance, now, operator, invitations);
        return invitations;
      });
      io.out(
        made.length === 0
          ? "Everyone in this programme has been invited already."
          : `${inNumber(made.length, { one: "One invitation is", other: "# invitations are" })} on the way. The server sends them; start it if it does not run.`,
      );
      return 0;
    });
  },
};
