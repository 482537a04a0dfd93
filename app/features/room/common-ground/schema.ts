/** Sealed: common ground. Offers and answers in the room; picks, secrets and results in one's own log. */
import * as z from "zod/mini";
import { LogId } from "../../../values/id.ts";
import { optionalLine } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestLine, mostPicks, mostRounds } from "./rules.ts";

const round = z.int().check(z.gte(1), z.lte(mostRounds));
const record = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(2000));
const cards = z.array(z.string().check(z.regex(/^[a-z]{1,40}$/))).check(z.maxLength(mostPicks));
const line = optionalLine(longestLine);

/** Somebody picked. */
export const GroundOffered = defineEvent("ground.offered", 1, z.strictObject({ round, offer: record, line }), {
  searched: (offered) => offered.line,
});
/** The one answer of a round. */
export const GroundAnswered = defineEvent("ground.answered", 1, z.strictObject({ round, answer: record }));
/** A further round is wished for. */
export const GroundWished = defineEvent("ground.again", 1, z.strictObject({ round }));
/** Every event of common ground in a room. */
export const groundEvents = [GroundOffered, GroundAnswered, GroundWished] as const;

/** One's own picks of a round. */
export const GroundPicked = defineEvent(
  "ground.picked",
  1,
  z.strictObject({ roomId: LogId, round, picks: cards, line, offer: record, secret: record }),
);
/** What a round came to. */
export const GroundFound = defineEvent(
  "ground.found",
  1,
  z.strictObject({ roomId: LogId, round, cards: z.nullable(cards) }),
);
/** Every event of common ground in one's own log. */
export const ownGroundEvents = [GroundPicked, GroundFound] as const;
