/** What the browser asks about asking the programme. */
import type { BodyOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import { AnswerAsk, AskProgramme, ListAsks, ListMyAsks, RemoveAsk, TakeAsk } from "./schema.ts";

/** Asks. The id makes a repeat harmless. */
export function askProgramme(
  programmeId: string,
  body: { readonly askId: string } & Omit<BodyOf<typeof AskProgramme>, "askId">,
) {
  return call(AskProgramme, { params: { programmeId }, body });
}

/** What I asked. */
export function listMyAsks(programmeId: string, signal: AbortSignal) {
  return call(ListMyAsks, { params: { programmeId } }, { signal });
}

/** Takes back what I asked. */
export function removeAsk(programmeId: string, askId: string) {
  return call(RemoveAsk, { params: { programmeId, askId } });
}

/** The inbox of the managers. */
export function listAsks(programmeId: string, signal: AbortSignal) {
  return call(ListAsks, { params: { programmeId } }, { signal });
}

/** Looks after something. */
export function takeAsk(programmeId: string, askId: string) {
  return call(TakeAsk, { params: { programmeId, askId } });
}

/** Answers. */
export function answerAsk(programmeId: string, askId: string, answer: string) {
  return call(AnswerAsk, { params: { programmeId, askId }, body: { answer } });
}
