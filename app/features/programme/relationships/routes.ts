/** Routes of pairs. */
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import { type ManagerOf, managerOfProgramme } from "../../../server/guards/manager.ts";
import { type OneOfPair, oneOfPair } from "../../../server/guards/pair.ts";
import { type SignedIn, signedIn } from "../../../server/guards/signed-in.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { dayIn } from "../../../values/day.ts";
import { roomOf } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { DeclareConflict } from "./conflict/schema.ts";
import { keepPairApart } from "./conflict/store.ts";
import { goOnWithLog, pauseLog } from "../../room/log/pausing/store.ts";
import { readSeen } from "../profile/store.ts";
import { datesChanged } from "../gaps/schema.ts";
import { countFrom, pairsForAWord } from "../gaps/store.ts";
import { leftOf, seenLeaving } from "../leaving/rules.ts";
import { leavingsIn, leavingsOf } from "../leaving/store.ts";
import { endPair } from "./ending/store.ts";
import { addPairMail } from "./jobs.ts";
import { keptUntil } from "./keeping/rules.ts";
import { ReadPartner } from "./partner/schema.ts";
import { findPartnerId } from "./partner/store.ts";
import {
  EndRelationship,
  ListPairs,
  ListRelationships,
  type PairForManager,
  PauseRelationship,
  type Relationship,
  RemindPartner,
  ResumeRelationship,
} from "./schema.ts";
import { setPaused } from "./pausing/store.ts";
import { listPairs, listRelationships, markReminded } from "./store.ts";

/** Pairs: their people, their state; pausing and ending. */
export const relationshipRoutes: Routes = (router, app) => {
  router.on(ListRelationships, signedIn, async ({ proof, now }) => ({
    relationships: await listMine(app, proof, now),
  }));

  router.on(ReadPartner, oneOfPair, async ({ proof, refuse }) => {
    if (proof.state === "ended") return refuse("ended");
    const { read } = app.db;
    return (await readSeen(read, proof.programmeId, await findPartnerId(read, proof), "pair")) ?? {};
  });

  router.on(PauseRelationship, oneOfPair, async ({ proof, now, refuse }) => {
    if (!(await app.db.write((writer) => pause(writer, proof, now)))) return refuse("ended");
    tell(app, proof);
    return undefined;
  });

  router.on(ResumeRelationship, oneOfPair, async ({ proof, now, refuse }) => {
    if (!(await app.db.write((writer) => goOn(app, writer, proof, now)))) return refuse("ended");
    tell(app, proof);
    return undefined;
  });

  router.on(EndRelationship, oneOfPair, async ({ proof, now }) => {
    await end(app, proof, now, false);
    return undefined;
  });

  router.on(DeclareConflict, oneOfPair, async ({ proof, now }) => {
    await end(app, proof, now, true);
    return undefined;
  });

  router.on(RemindPartner, oneOfPair, async ({ proof, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      const word = await markReminded(writer, proof, now);
      if (!word) await addPairMail(writer, app.chance, now, proof, "pair-reminder");
      return word;
    });
    if (refused) return refuse(refused);
    app.jobs.wake();
    return undefined;
  });

  router.on(ListPairs, managerOfProgramme, async ({ proof, now }) => ({
    pairs: await listForManager(app, proof, now),
  }));
};

/** A programme's pairs as its managers read them; of a pair that somebody left, who did and when it ends. */
async function listForManager(app: App, proof: ManagerOf, now: Instant): Promise<PairForManager[]> {
  const { read } = app.db;
  const forAWord = await pairsForAWord(read, proof, now);
  const leavings = await leavingsIn(read, proof.programmeId);
  return (await listPairs(read, proof)).map((pair) => {
    const left = pair.state === "ended" ? undefined : leftOf([pair.mentee, pair.mentor], leavings);
    const leaving = left ? { until: left.until, names: [...left.names] } : null;
    return { ...pair, leaving, mayLikeAWord: forAWord.has(pair.relationshipId) };
  });
}

/** The caller's pairs, each that has ended with the day until which its room is kept. */
async function listMine(app: App, proof: SignedIn, now: Instant): Promise<Relationship[]> {
  const today = dayIn(now, "UTC");
  const pairs = await listRelationships(app.db.read, proof, now);
  const leavings = await leavingsOf(app.db.read, proof.accountId);
  return pairs.map((pair) => ({
    ...pair,
    leaving: seenLeaving(leavings.get(pair.relationshipId), pair.partner.participantId),
    keptUntil: keptUntil(pair.endedOn, app.config.endedRoomDays, today) ?? null,
  }));
}

/** Pauses a pair and its room. False where it has ended. */
async function pause(writer: Writer, pair: OneOfPair, now: Instant): Promise<boolean> {
  if (!(await setPaused(writer, pair, true))) return false;
  await pauseLog(writer, roomOf(pair.relationshipId), now);
  return true;
}

/** Takes a pause back; what lay in it is no silence, once the pair goes on. False where it has ended. */
async function goOn(app: App, writer: Writer, pair: OneOfPair, now: Instant): Promise<boolean> {
  const state = await setPaused(writer, pair, false);
  if (!state) return false;
  if (state === "live") await goOnWithLog(writer, roomOf(pair.relationshipId));
  if (pair.state === "paused" && state === "live") {
    await countFrom(writer, pair, dayIn(now, "UTC"));
    await addJob(writer, app.chance, now, datesChanged(pair.relationshipId, now));
  }
  return true;
}

/** Ends a pair; the other hears the same neutral sentence, whatever led to it. */
async function end(app: App, pair: OneOfPair, now: Instant, forGood: boolean): Promise<void> {
  const ended = await app.db.write(async (writer) => {
    if (forGood) await keepPairApart(writer, pair);
    const look = await endPair(writer, pair, now, app.config.endedRoomDays);
    if (!look) return false;
    await addJob(writer, app.chance, now, look);
    await addPairMail(writer, app.chance, now, pair, "pair-ended");
    return true;
  });
  if (ended) app.jobs.wake();
  tell(app, pair);
}

/** Both people's screens look again, and both streams learn whether the room still takes anything. */
function tell(app: App, pair: OneOfPair): void {
  app.live.factChanged({ about: "relationship", id: pair.relationshipId }, [pair.accountId, pair.otherId]);
  app.live.logChanged(roomOf(pair.relationshipId), [pair.accountId, pair.otherId]);
}
