/** The call that writes for what somebody is invited as a mentor. */
import type { InputOf } from "../../../../values/operation.ts";
import { call } from "../../../../web/client/client.ts";
import { WriteInvitedFor } from "./schema.ts";

/** Writes the programme's words about a mentor. */
export function writeInvitedFor(which: InputOf<typeof WriteInvitedFor>["params"], topics: ReadonlyArray<string>) {
  return call(WriteInvitedFor, { params: which, body: { topics: [...topics] } });
}
