/** Routes of a pair's gap. */
import { oneOfPair } from "../../../server/guards/pair.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { dayIn } from "../../../values/day.ts";
import { fineUntil, gapPasses, isFine, mayLikeAWord, nudgeAfter } from "./rules.ts";
import { datesChanged, ReadGap, SayFine } from "./schema.ts";
import { findFacts, keepFine } from "./store.ts";

/** What the two may know of their gap, and "we're fine". */
export const gapRoutes: Routes = (router, app) => {
  router.on(ReadGap, oneOfPair, async ({ proof, now }) => {
    const facts = await findFacts(app.db.read, proof.relationshipId);
    if (!facts) throw new Error("a pair that was proven is there");
    const today = dayIn(now, "UTC");
    const [mine, theirs] =
      proof.role === "mentee" ? [facts.menteeFineOn, facts.mentorFineOn] : [facts.mentorFineOn, facts.menteeFineOn];
    const isLive = facts.state === "live";
    return {
      asksMe:
        isLive && facts.lastHeldOn !== null && today >= gapPasses(facts, nudgeAfter) && !isFine(mine, facts, today),
      fineUntil: {
        mine: isFine(mine, facts, today) ? (fineUntil(mine, facts) ?? null) : null,
        theirs: isFine(theirs, facts, today) ? (fineUntil(theirs, facts) ?? null) : null,
      },
      endsOn: facts.endsOn,
      mayLikeAWord: mayLikeAWord(facts, { isLive, programmeWantsIt: facts.programmeWantsWord }, today),
    };
  });

  router.on(SayFine, oneOfPair, async ({ proof, body, now, refuse }) => {
    if (proof.state === "ended") return refuse("ended");
    await app.db.write(async (writer) => {
      await keepFine(writer, proof, body.fine ? dayIn(now, "UTC") : null);
      await addJob(writer, app.chance, now, datesChanged(proof.relationshipId, now));
    });
    app.live.factChanged({ about: "relationship", id: proof.relationshipId }, [proof.accountId, proof.otherId]);
    return undefined;
  });
};
