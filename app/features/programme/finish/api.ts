/** What the browser asks about a programme's end. */
import type { BodyOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import { FinishProgramme, TakeFinishBack } from "./schema.ts";

/** Ends a programme, now or after a last day. */
export function finishProgramme(programmeId: string, lastDay: BodyOf<typeof FinishProgramme>["lastDay"]) {
  return call(FinishProgramme, { params: { programmeId }, body: { lastDay } });
}

/** Takes the end back. */
export function takeFinishBack(programmeId: string) {
  return call(TakeFinishBack, { params: { programmeId } });
}
