/** Who has yet to sign what both said yes to, and under which number (C30). */
import type { AccountId } from "../../../../values/id.ts";
import { agreedParts, type AgreementState } from "../rules.ts";

/** True where what both said yes to is not what both signed last: Close offers to sign, with one unlock. */
export function waitsForSignature(state: AgreementState, me: AccountId, text: string): boolean {
  const isSigned = state.versions.some((version) => version.text === text && version.signers.includes(me));
  return agreedParts(state).length > 0 && !isSigned;
}

/** So far ahead of what I signed the other's numbers are followed: one alone never uses up the numbers of both. */
const mostAhead = 100;

/** The number of the version that I would sign now: that of an equal text, or one more than the highest. */
export function versionToSign(state: AgreementState, me: AccountId, text: string): number {
  const signed = state.versions.filter(({ signers }) => signers.includes(me));
  const mine = Math.max(0, ...signed.map(({ version }) => version));
  const near = state.versions.filter(({ version }) => version <= mine + mostAhead);
  return near.findLast((each) => each.text === text)?.version ?? Math.max(0, ...near.map(({ version }) => version)) + 1;
}
