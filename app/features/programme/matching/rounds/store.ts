/** Drafts that were on the board once, read back. What is kept of them holds no points for wishes. */
import type { Reader } from "../../../../server/database/database.ts";
import type { ManagerOf } from "../../../../server/guards/manager.ts";
import { parseInTurns } from "../../../../server/parse-in-turns.ts";
import { areOthers } from "../drafts/own/rules.ts";
import { DraftContent } from "../drafts/schema.ts";
import { mostRounds, type Round } from "./schema.ts";

/** The newest drafts of a programme, without the manager's own place. */
export async function listRounds(read: Reader, { programmeId, ownPlace }: ManagerOf): Promise<ReadonlyArray<Round>> {
  const rows = await read
    .selectFrom("match_draft")
    .innerJoin("account", "account.id", "match_draft.made_by")
    .select(["match_draft.id", "number", "state", "made_at", "sent_at", "content", "account.name"])
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "tried")
    .orderBy("number", "desc")
    .orderBy("made_at", "desc")
    .limit(mostRounds)
    .execute();
  const rounds: Round[] = [];
  for (const { id, number, state, made_at, sent_at, content, name } of rows) {
    if (state === "tried") continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a server with many large drafts stays awake
    const { matching } = await parseInTurns(DraftContent, JSON.parse(content));
    const pairs = ownPlace === undefined ? matching.pairs : matching.pairs.filter(areOthers(ownPlace));
    const placed = new Set(pairs.map(({ mentee }) => mentee)).size;
    const waiting = matching.waiting.filter((mentee) => mentee !== ownPlace).length;
    rounds.push({ draftId: id, number, state, madeAt: made_at, sentAt: sent_at, madeBy: name, placed, waiting });
  }
  return rounds;
}
