/** Asking the programme: a message that its managers read, with a reply. Nothing of a room is in it, and the other of a pair is not told. */
import * as z from "zod/mini";
import { AskId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { plainText } from "../../../values/text.ts";
import { askKinds, askStates, longestAbout, mostWords } from "./rules.ts";

const inProgramme = z.strictObject({ programmeId: ProgrammeId });
const oneAsk = z.strictObject({ programmeId: ProgrammeId, askId: AskId });
const State = z.enum(askStates);

/** What I asked. */
export const MyAsk = z.object({
  askId: AskId,
  kind: z.enum(askKinds),
  words: z.string(),
  state: State,
  askedAt: Instant,
  answer: z.string(),
});
/** What I asked. */
export type MyAsk = z.infer<typeof MyAsk>;

/** What somebody asked, as all managers of the programme see it. */
export const AskForManagers = z.object({
  ...MyAsk.shape,
  name: z.string(),
  /** The manager who looks after it, by name. */
  takenBy: z.string(),
});
/** What somebody asked, as all managers of the programme see it. */
export type AskForManagers = z.infer<typeof AskForManagers>;

/** Asks. The id is the client's: the same again changes nothing. */
export const AskProgramme = operation({
  id: "askProgramme",
  method: "POST",
  path: "/programmes/:programmeId/asks",
  summary: "Ask the managers of a programme something",
  params: inProgramme,
  body: z.strictObject({ askId: AskId, kind: z.enum(askKinds), words: plainText(mostWords + longestAbout) }),
  refusals: ["no-words", "too-many-open"],
});

/** What I asked, the newest first. */
export const ListMyAsks = operation({
  id: "listMyAsks",
  method: "GET",
  path: "/programmes/:programmeId/asks/mine",
  summary: "What the caller asked the managers of a programme",
  params: inProgramme,
  answer: z.object({ programmeName: z.string(), asks: z.array(MyAsk) }),
});

/** Takes back what I asked, with its answer: nothing of it stays. */
export const RemoveAsk = operation({
  id: "removeAsk",
  method: "DELETE",
  path: "/programmes/:programmeId/asks/mine/:askId",
  summary: "Erase what the caller asked",
  params: oneAsk,
});

/** The inbox that all managers share: what waits first, the oldest at the top. */
export const ListAsks = operation({
  id: "listAsks",
  method: "GET",
  path: "/programmes/:programmeId/asks",
  summary: "What people asked the managers of a programme",
  params: inProgramme,
  answer: z.object({ programmeName: z.string(), asks: z.array(AskForManagers) }),
});

/** Says that one looks after it. Once more is no error; another manager may take it over. */
export const TakeAsk = operation({
  id: "takeAsk",
  method: "POST",
  path: "/programmes/:programmeId/asks/:askId/take",
  summary: "Look after something that was asked",
  params: oneAsk,
  refusals: ["answered"],
});

/** Answers, once; the asker gets a mail without content. */
export const AnswerAsk = operation({
  id: "answerAsk",
  method: "POST",
  path: "/programmes/:programmeId/asks/:askId/answer",
  summary: "Answer something that was asked",
  params: oneAsk,
  body: z.strictObject({ answer: plainText(mostWords).check(z.minLength(1)) }),
  refusals: ["answered"],
});
