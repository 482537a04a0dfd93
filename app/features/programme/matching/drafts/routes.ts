/** Routes of drafts, for programme managers. */
import type { App } from "../../../../server/app.ts";
import { type ManagerOfDraft, managerOfDraft } from "../../../../server/guards/draft.ts";
import { type ManagerOf, managerOfProgramme } from "../../../../server/guards/manager.ts";
import { managerOfAnother } from "../../../../server/guards/participant.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { type AccountId, MatchId, type ParticipantId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { BodyOf } from "../../../../values/operation.ts";
import { noteChange } from "../../changes/store.ts";
import { waitsForContact } from "../../contacts/store.ts";
import type { Candidates } from "../../profile/candidates/store.ts";
import { readProgramme } from "../../programmes/store.ts";
import { hasFinished } from "../../finish/rules.ts";
import { refuseAsking } from "../../finish/store.ts";
import { addRoundJobs } from "../proposals/jobs.ts";
import { closesAt } from "../proposals/rules.ts";
import { insertProposals, listAsked, type NewProposal, readRound } from "../proposals/store.ts";
import { countNamedEachOther } from "../wishes/store.ts";
import { boardOf, changesOf } from "./board/rules.ts";
import { isAboutOwn, withoutOwn } from "./own/rules.ts";
import { reasonsNow, workOut } from "./jobs.ts";
import { applyChange, choicesFor, lookingIn, type MadeDraft, refuseTogether } from "./rules.ts";
import { AcceptDraft, type Board, MakeDraft, ReadBoard, ReadChoices, SendDraft } from "./schema.ts";
import { acceptDraft, findDraft, insertDraft, type KeptDraft, markSent, readGround, readNames } from "./store.ts";

/** The board, drafts by hand and by the engine, and asking the people. */
export const draftRoutes: Routes = (router, app) => {
  router.on(ReadBoard, managerOfProgramme, ({ proof, now }) => readBoard(app, proof, now));

  router.on(MakeDraft, managerOfProgramme, async ({ proof, body, now, refuse, reply }) => {
    // Whoever stops it, or leaves the page, waits for it no longer.
    const left = new AbortController();
    reply.raw.once("close", () => left.abort());
    const made = await make(app, proof, body, now, left.signal);
    return typeof made === "string" ? refuse(made) : made;
  });

  router.on(AcceptDraft, managerOfDraft, async ({ proof, body, now, refuse }) => {
    const accepted = await app.db.write(async (writer) => {
      const done = await acceptDraft(writer, proof, body.insteadOf);
      if (done === "accepted") await noteChange(writer, app.chance, now, proof.manager, { act: "draft-accepted" });
      return done;
    }, proof.manager.programmeId);
    return accepted ? undefined : refuse("changed-meanwhile");
  });

  router.on(SendDraft, managerOfDraft, async ({ proof, now, refuse }) => {
    const sent = await send(app, proof, now);
    return typeof sent === "string" ? refuse(sent) : sent;
  });

  router.on(ReadChoices, managerOfAnother, async ({ proof, now }) => {
    const found = await readGround(app.db.read, proof.programmeId, now);
    const ids = new Map<string, ParticipantId>([...found.candidates.names.keys()].map((id) => [id, id]));
    const choices = choicesFor(proof.participantId, found.cohort(found.ruled));
    return {
      choices: choices.flatMap(({ mentor, refused, reasons }) => {
        const id = ids.get(mentor);
        return id && id !== proof.ownPlace ? [{ mentor: id, refused: refused ?? null, reasons: [...reasons] }] : [];
      }),
    };
  });
};

async function readBoard(app: App, proof: ManagerOf, now: Instant): Promise<Board> {
  const found = await readGround(app.db.read, proof.programmeId, now);
  const names = await readNames(app.db.read, proof.programmeId);
  const offers = new Map<string, number>(
    found.candidates.mentors.filter(({ available }) => available).map(({ id, capacity }) => [id, capacity]),
  );
  const people = new Map(
    [...found.candidates.names].map(([id, { name: called, team, site, state }]) => {
      const notJoined = state === "added" || state === "invited";
      return [id, { name: names.get(id) ?? called, called, team, site, notJoined, offers: offers.get(id) }];
    }),
  );
  const { name, suggestionDays, finishesAt } = await readProgramme(app.db.read, proof.programmeId);
  const asked = await listAsked(app.db.read, proof, now);
  const namedEachOther = await countNamedEachOther(app.db.read, proof.programmeId);
  const board = boardOf(found.cohort(found.ruled), people, found.open, found.criteriaChangedAt, proof.ownPlace);
  const told = { namedEachOther, programmeName: name, hasFinished: hasFinished(finishesAt, now), suggestionDays };
  return withoutOwn({ ...told, ...board, leavesOutOwn: false, asked: [...asked] }, proof.ownPlace);
}

/** Makes a draft as it was asked for, or gives the word why not. */
async function make(app: App, proof: ManagerOf, asked: BodyOf<typeof MakeDraft>, now: Instant, left: AbortSignal) {
  const { draftId, insteadOf, change } = asked;
  if (isAboutOwn(change, proof.ownPlace)) return "own-place";
  const again = await findDraft(app.db.read, proof, draftId);
  const found = await readGround(app.db.read, proof.programmeId, now);
  if (again) return answerTo(again, found.open, proof);
  if ((await refuseAsking(app.db.read, proof.programmeId, now)) === "finished") return "finished";
  if ((found.open?.id ?? null) !== insteadOf) return "changed-meanwhile";
  if (await waitsForContact(app.db.read, proof.programmeId)) return "contact-left";
  const before = found.cohort(found.ruled);
  if (lookingIn(before).size === 0) return "nobody-looks";
  const refused = change?.act === "pin" ? refuseTogether(change, before) : undefined;
  if (refused) return refused;
  const content = await workOut(found.cohort(change ? applyChange(found.ruled, change) : found.ruled), left);
  if (!content) return "changed-meanwhile";
  const draft = { id: draftId, state: found.open ? "tried" : "open", content } as const;
  const kept = await app.db.write(async (writer) => {
    const inserted = await insertDraft(writer, proof, draft, now);
    // Whom a draft puts together or keeps apart stays with the managers: nobody is asked yet.
    if (inserted) await noteChange(writer, app.chance, now, proof, { act: "draft-made" });
    return inserted;
  }, proof.programmeId);
  return kept ? answerTo(draft, found.open, proof) : "changed-meanwhile";
}

/** What the maker of a draft hears. */
function answerTo(draft: Pick<KeptDraft, "state" | "content">, open: KeptDraft | undefined, { ownPlace }: ManagerOf) {
  if (draft.state !== "tried") return { state: "open" as const, changes: null };
  return {
    state: "tried" as const,
    changes: open ? changesOf(open.content, draft.content, ownPlace) : null,
  };
}

/** Asks everyone in the open draft: suggestions, mails and closing are stored together or not at all. */
async function send(app: App, proof: ManagerOfDraft, now: Instant) {
  const { manager, draftId } = proof;
  const { programmeId } = manager;
  const draft = await findDraft(app.db.read, manager, draftId);
  if (draft?.state === "sent") return (await readRound(app.db.read, manager, draftId)) ?? "changed-meanwhile";
  if (draft?.state !== "open") return "changed-meanwhile";
  const held = await refuseAsking(app.db.read, programmeId, now);
  if (held) return held;
  const found = await readGround(app.db.read, programmeId, now);
  const { pairs } = draft.content.matching;
  if (pairs.length === 0) return "nobody-to-ask";
  if (await waitsForContact(app.db.read, programmeId)) return "contact-left";
  const reasons = await reasonsNow(pairs, found.cohort(found.ruled));
  // Whoever asked at the same moment may just have been first: then everyone is taken, by this very draft.
  if (!reasons) return (await readRound(app.db.read, manager, draftId)) ?? "people-changed";
  const { suggestionDays } = await readProgramme(app.db.read, programmeId);
  const proposals = toAsk(app, draft, found.candidates, reasons);
  const people = [...new Set(proposals.flatMap(({ mentee, mentor }) => [mentee.accountId, mentor.accountId]))];
  const round = { programmeId, draftId, askedAt: now, closesAt: closesAt(now, suggestionDays) };
  const isFirst = await app.db.write(async (writer) => {
    if (!(await markSent(writer, proof, now))) return false;
    await insertProposals(writer, round, proposals);
    const about = proposals.flatMap(({ mentee, mentor }) => [mentee.participantId, mentor.participantId]);
    await noteChange(writer, app.chance, now, manager, { act: "suggested", about });
    await addRoundJobs(writer, app.chance, round, people);
    return true;
  }, programmeId);
  if (!isFirst) return (await readRound(app.db.read, manager, draftId)) ?? "changed-meanwhile";
  app.jobs.wake();
  app.live.factChanged({ about: "match", id: draftId }, people);
  // Read again, without the manager's own pair.
  return (await readRound(app.db.read, manager, draftId)) ?? "changed-meanwhile";
}

/** The pairs of a draft with their accounts and the reasons, which the two read. Throws where somebody has no account: nobody enrols without. */
function toAsk(
  app: App,
  draft: KeptDraft,
  { names }: Candidates,
  reasons: MadeDraft["reasons"],
): ReadonlyArray<NewProposal> {
  const byMentee = new Map(reasons.map((pair) => [pair.mentee, pair.reasons]));
  const personOf = (participantId: ParticipantId): NewProposal["mentee"] => {
    const accountId: AccountId | null | undefined = names.get(participantId)?.accountId;
    if (!accountId) throw new Error("somebody in a draft has no account");
    return { participantId, accountId };
  };
  return draft.content.matching.pairs.map(({ mentee, mentor }) => ({
    id: MatchId.parse(app.chance.id()),
    mentee: personOf(mentee),
    mentor: personOf(mentor),
    reasons: byMentee.get(mentee) ?? [],
  }));
}
