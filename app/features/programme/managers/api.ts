/** What the browser asks about the managers of a programme. */
import { call } from "../../../web/client/client.ts";
import {
  AcceptManagerInvitation,
  InviteManager,
  ListManagers,
  ReadManagerInvitation,
  RemoveManager,
  WithdrawManagerInvitation,
} from "./schema.ts";

/** Who manages a programme, and who was invited to. */
export function listManagers(programmeId: string, signal: AbortSignal) {
  return call(ListManagers, { params: { programmeId } }, { signal });
}

/** Invites somebody to manage it too. The id makes a repeat harmless. */
export function inviteManager(
  programmeId: string,
  body: { readonly invitationId: string; readonly name: string; readonly email: string },
) {
  return call(InviteManager, { params: { programmeId }, body });
}

/** Ends an invitation that was not used. */
export function withdrawManagerInvitation(programmeId: string, invitationId: string) {
  return call(WithdrawManagerInvitation, { params: { programmeId, invitationId } });
}

/** Takes a manager out, or oneself. */
export function removeManager(programmeId: string, accountId: string) {
  return call(RemoveManager, { params: { programmeId, accountId } });
}

/** What the invitation behind a link is for. */
export function readManagerInvitation(token: string, signal: AbortSignal) {
  return call(ReadManagerInvitation, { body: { token } }, { signal });
}

/** Accepts it and signs in. */
export function acceptManagerInvitation(token: string) {
  return call(AcceptManagerInvitation, { body: { token } });
}
