/** Rounds over HTTP, for programme managers. */
import { managerOfDraft } from "../../../../server/guards/draft.ts";
import { managerOfProgramme } from "../../../../server/guards/manager.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { readProgramme } from "../../programmes/store.ts";
import { changesOf } from "../drafts/board/rules.ts";
import { findDraft, readNames } from "../drafts/store.ts";
import { CompareRounds, ListRounds } from "./schema.ts";
import { listRounds } from "./store.ts";

/** What was on the board, and two of them beside each other. */
export const roundRoutes: Routes = (router, app) => {
  const { read } = app.db;

  router.on(ListRounds, managerOfProgramme, async ({ proof }) => ({
    programmeName: (await readProgramme(read, proof.programmeId)).name,
    rounds: [...(await listRounds(read, proof))],
    leavesOutOwn: proof.ownPlace !== undefined,
  }));

  router.on(CompareRounds, managerOfDraft, async ({ proof: { manager, draftId }, query, refuse }) => {
    const before = await findDraft(read, manager, query.with);
    const after = await findDraft(read, manager, draftId);
    // What was only tried is nobody's but its maker's.
    if (!before || !after || before.state === "tried" || after.state === "tried") return refuse("not-there");
    const names = await readNames(read, manager.programmeId);
    const named = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
    const { moves, ...sums } = changesOf(before.content, after.content, manager.ownPlace);
    return {
      ...sums,
      moves: moves.map(({ mentee, from, to }) => ({
        mentee: names.get(mentee) ?? "",
        from: named(from),
        to: named(to),
      })),
    };
  });
};
