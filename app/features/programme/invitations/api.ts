/** What the browser asks about invitations. */
import { call } from "../../../web/client/client.ts";
import { AcceptInvitation, ExtendInvitation, Invite, ReadInvitation } from "./schema.ts";

/** Invites everyone who has not been asked, or those named. The id makes a repeat harmless. */
export function invite(programmeId: string, requestId: string, people: "not-yet-asked" | ReadonlyArray<string>) {
  return call(Invite, {
    params: { programmeId },
    body: { requestId, people: typeof people === "string" ? people : [...people] },
  });
}

/** Lets the link in somebody's mail live longer. */
export function extendInvitation(programmeId: string, participantId: string) {
  return call(ExtendInvitation, { params: { programmeId, participantId } });
}

/** What the invitation behind a link is for. */
export function readInvitation(token: string, signal: AbortSignal) {
  return call(ReadInvitation, { body: { token } }, { signal });
}

/** Accepts it and signs in. */
export function acceptInvitation(token: string) {
  return call(AcceptInvitation, { body: { token } });
}
