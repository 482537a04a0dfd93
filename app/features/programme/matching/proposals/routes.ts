/** Routes of suggestions, for the two whom they concern. */
import type { App } from "../../../../server/app.ts";
import type { OneOfProposal } from "../../../../server/guards/proposal.ts";
import { oneOfProposal } from "../../../../server/guards/proposal.ts";
import { type SignedIn, signedIn } from "../../../../server/guards/signed-in.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { RelationshipId, roomOf } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { openRoomLog } from "../../../room/log/store.ts";
import { readSeen } from "../../profile/store.ts";
import { findRelationship, insertRelationship } from "../../relationships/store.ts";
import { haveNamedEachOther } from "../wishes/store.ts";
import { closeForConflict } from "./early/store.ts";
import { addPairMails } from "./jobs.ts";
import { findSharedRoom, listClosed, listOpen, listWaiting, type MyProposal } from "./mine/store.ts";
import type { Answer, AnswerRefusal } from "./rules.ts";
import { AnswerSuggestion, DeclareSuggestionConflict, ListSuggestions, type Suggestion } from "./schema.ts";
import { type AgreedProposal, writeAnswer } from "./store.ts";

/** One's own suggestions, and the answers to them. */
export const proposalRoutes: Routes = (router, app) => {
  router.on(ListSuggestions, signedIn, async ({ proof, now }) => {
    const open = await listOpen(app.db.read, proof, now);
    return {
      open: await Promise.all(open.map((proposal) => withCard(app, proof, proposal))),
      closed: [...(await listClosed(app.db.read, proof, now))],
      waiting: [...(await listWaiting(app.db.read, proof, now))],
    };
  });

  router.on(AnswerSuggestion, oneOfProposal, async ({ proof, body, now, refuse }) => {
    const outcome = await answer(app, proof, body.answer, now);
    if (typeof outcome === "string" && outcome !== "noted") return refuse(outcome);
    if (outcome === "noted") {
      // The other person's screens hear nothing: when somebody answered is theirs to know alone.
      app.live.factChanged({ about: "match", id: proof.matchId }, [proof.accountId]);
      return { relationshipId: null };
    }
    const { relationshipId, agreed } = outcome;
    if (!agreed) return { relationshipId };
    const both = [agreed.mentee_account_id, agreed.mentor_account_id];
    app.jobs.wake();
    app.live.logChanged(roomOf(relationshipId), both);
    app.live.factChanged({ about: "match", id: proof.matchId }, both);
    app.live.factChanged({ about: "relationship", id: relationshipId }, both);
    return { relationshipId };
  });

  router.on(DeclareSuggestionConflict, oneOfProposal, async ({ proof, now, refuse }) => {
    const both = await app.db.write((writer) => closeForConflict(writer, proof, now), proof.matchId);
    if (!both) return refuse("closed");
    app.live.factChanged({ about: "match", id: proof.matchId }, both);
    return undefined;
  });
};

/** Adds what people to whom somebody is suggested may read of them, and the room that the two have already. */
async function withCard(app: App, { accountId }: SignedIn, proposal: MyProposal): Promise<Suggestion> {
  const { otherId, otherAccountId, reasons, ...rest } = proposal;
  const seen = await readSeen(app.db.read, proposal.programmeId, otherId, "suggested");
  const other = { participantId: otherId, accountId: otherAccountId, seen: seen ?? {} };
  const roomIn = await findSharedRoom(app.db.read, accountId, otherAccountId);
  return { ...rest, other, reasons: [...reasons], ...(roomIn !== undefined && { roomIn }) };
}

interface CameAbout {
  readonly relationshipId: RelationshipId;
  /** Empty where the pair was there already, and only the answer was lost. */
  readonly agreed: AgreedProposal | undefined;
}

/** Writes an answer; the second yes makes the pair and its room in the same transaction. */
function answer(
  app: App,
  proof: OneOfProposal,
  said: Answer,
  now: Instant,
): Promise<CameAbout | "noted" | AnswerRefusal> {
  const id = RelationshipId.parse(app.chance.timelessId());
  return app.db.write(async (writer) => {
    const agreed = await writeAnswer(writer, proof, said, now);
    if (agreed === "came-about") return { relationshipId: await findRelationship(writer, proof), agreed: undefined };
    if (typeof agreed === "string") return agreed;
    const mentee = { participantId: agreed.mentee_id, accountId: agreed.mentee_account_id };
    const mentor = { participantId: agreed.mentor_id, accountId: agreed.mentor_account_id };
    const both = [mentee.accountId, mentor.accountId] as const;
    const { programmeId } = proof;
    const named = await haveNamedEachOther(writer, programmeId, agreed.mentee_id, agreed.mentor_id);
    const made = { id, programmeId, mentee, mentor, reasons: agreed.reasons, namedEachOther: named };
    await insertRelationship(writer, made, now);
    await openRoomLog(writer, roomOf(id), both, now);
    await addPairMails(writer, app.chance, now, id, both);
    return { relationshipId: id, agreed };
  }, proof.matchId);
}
