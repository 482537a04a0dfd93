/** Sealed: the agreement of the two. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { LogId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { reference } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { dutyIds, partIds, variantIds } from "./rules.ts";

const text = plainText(3000);
const line = plainText(300);
const minutes = z.int().check(z.gte(0), z.lte(1439));
const wording = z.discriminatedUnion("part", [
  z.strictObject({
    part: z.literal("limits"),
    content: z.strictObject({ edition: z.literal("1"), variant: z.enum(variantIds), wording: plainText(2000) }),
  }),
  z.strictObject({ part: z.literal("scope"), content: z.strictObject({ here: text, notHere: text }) }),
  z.strictObject({
    part: z.literal("rhythm"),
    content: z.strictObject({
      everyDays: z.int().check(z.gte(1), z.lte(366)),
      lengthMinutes: z.int().check(z.gte(5), z.lte(600)),
      way: line,
    }),
  }),
  z.strictObject({
    part: z.literal("reply"),
    content: z.strictObject({
      withinWorkingDays: z.int().check(z.gte(0), z.lte(30)),
      channel: line,
      quiet: z.optional(z.strictObject({ from: minutes, to: minutes }).check(z.refine(({ from, to }) => from !== to))),
      quietHours: line,
    }),
  }),
  z.strictObject({ part: z.literal("cancel"), content: z.strictObject({ text }) }),
  z.strictObject({ part: z.literal("boundaries"), content: z.strictObject({ text }) }),
  z.strictObject({ part: z.literal("slip"), content: z.strictObject({ text }) }),
  z.strictObject({ part: z.literal("roles"), content: z.strictObject({ mentor: text, mentee: text }) }),
]);

/** "We talked about it." */
export const LimitsTalked = defineEvent("agreement.talked", 1, z.strictObject({ on: Day }));
/** The duties somebody named. */
export const DutiesNamed = defineEvent(
  "agreement.duties",
  1,
  z.strictObject({ duties: z.array(z.enum(dutyIds)).check(z.minLength(1), z.maxLength(dutyIds.length)), other: line }),
);
/** What somebody would like, given alone first. */
export const PartPreferred = defineEvent("agreement.preferred", 1, wording);
/** One wording for both. */
export const PartProposed = defineEvent("agreement.proposed", 1, wording);
/** "Fine for me." */
export const PartAccepted = defineEvent("agreement.accepted", 1, z.strictObject({ proposal: reference }));
/** A proposal is taken back, or kept as it was before. */
export const PartKept = defineEvent("agreement.kept", 1, z.strictObject({ proposal: reference }));
/** "I would drop this part." */
export const PartDropped = defineEvent("agreement.dropped", 1, z.strictObject({ part: z.enum(partIds) }));
/** A signature over the exact text of a version. */
export const AgreementSigned = defineEvent(
  "agreement.signed",
  1,
  z.strictObject({
    agreementId: LogId,
    version: z.int().check(z.gte(1), z.lte(10_000)),
    text: plainText(20_000),
    signature: z.string().check(z.regex(/^[\w-]{86}$/)),
  }),
  { signed: (signed) => [signed], searched: (signed) => signed.text },
);

/** Every event of the agreement. */
export const agreementEvents = [
  LimitsTalked,
  DutiesNamed,
  PartPreferred,
  PartProposed,
  PartAccepted,
  PartKept,
  PartDropped,
  AgreementSigned,
] as const;
