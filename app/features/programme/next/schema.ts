/** A next programme from the last one: its settings, and who is asked whether they continue. */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";
import { Roles } from "../../../values/role.ts";
import { plainLine } from "../../../values/text.ts";
import { Timing } from "../programmes/schema.ts";

const params = z.strictObject({ programmeId: ProgrammeId });

/**
 * Makes a draft with the settings of this programme, once: whoever asks again is led to the one that is there, where they manage it
 * too. The id is the client's.
 */
export const MakeNext = operation({
  id: "makeNextProgramme",
  method: "POST",
  path: "/programmes/:programmeId/next",
  summary: "Make a next programme with the settings of this one, as a draft",
  params,
  body: z.strictObject({
    nextId: ProgrammeId,
    name: plainLine(120),
    timing: Timing,
    /** The manager says anew: everyone who takes part is of age, and no contact reports to another. */
    adultsOnly: z.literal(true),
    contactsApart: z.literal(true),
  }),
  /** The next programme: the new one, or the one that was there. */
  answer: z.object({ nextId: ProgrammeId }),
  refusals: ["ends-before-it-starts", "draft", "id-taken", "made-by-another"],
});

/** Two places of the last programme, whose people live in a room. */
const Pair = z.object({ mentee: ParticipantId, mentor: ParticipantId });

/** Who took part in the programme that this one follows, and who of them is on its list already. */
export const ListContinuing = operation({
  id: "listContinuing",
  method: "GET",
  path: "/programmes/:programmeId/continuing",
  summary: "Who took part in the programme that this one follows, for managers of both",
  params,
  answer: z.object({
    programmeName: z.string(),
    /** The name of the last programme; null where there is none, or the caller does not manage it. */
    earlierName: z.nullable(z.string()),
    people: z.array(z.object({ id: ParticipantId, name: z.string(), roles: Roles, isListed: z.boolean() })),
    pairs: z.array(Pair),
  }),
});
/** Who may continue. */
export type Continuing = z.infer<typeof ListContinuing.answer>;

const mostAtOnce = 2000;

/** Puts people of the last programme on the list of this one, and names pairs who are asked whether they go on here too. Nobody is enrolled by it. */
export const AddContinuing = operation({
  id: "addContinuing",
  method: "POST",
  path: "/programmes/:programmeId/continuing",
  summary: "Put people of the last programme on the list of this one",
  params,
  body: z.strictObject({
    people: z
      .array(z.strictObject({ id: ParticipantId, earlier: ParticipantId, roles: Roles }))
      .check(z.maxLength(mostAtOnce)),
    pairs: z.array(z.strictObject({ mentee: ParticipantId, mentor: ParticipantId })).check(z.maxLength(mostAtOnce)),
  }),
  answer: z.object({ added: z.int() }),
  bodyLimitBytes: 1024 * 1024,
});
