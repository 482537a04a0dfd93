/** What the browser asks about the set-up. */
import * as z from "zod/mini";
import { call } from "../../../../web/client/client.ts";
import { CheckSetUp, SetUp } from "./schema.ts";

/** What `setUp` sends. */
export type SetUpAnswers = z.input<typeof SetUp.body>;

/** Whether the link still works. */
export function checkSetUp(token: string, signal: AbortSignal) {
  return call(CheckSetUp, { body: { token } }, { signal });
}

/** Makes organisation, programme and manager, and signs the manager in. */
export function setUp(answers: SetUpAnswers) {
  return call(SetUp, { body: answers });
}
