/** What a manager's browser asks about drafts. */
import { DraftId } from "../../../../values/id.ts";
import { call } from "../../../../web/client/client.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { AcceptDraft, type HandChange, MakeDraft, ReadBoard, ReadChoices, SendDraft } from "./schema.ts";

/** The board. */
export function readBoard(programmeId: string, signal: AbortSignal) {
  return call(ReadBoard, { params: { programmeId } }, { signal });
}

/** An id for a draft that is about to be made. */
export function newDraftId(): DraftId {
  return DraftId.parse(newId());
}

/** Which draft, of which programme. */
export interface WhichDraft {
  readonly programmeId: string;
  readonly draftId: DraftId;
}

/** Makes a draft; beside an open one it is a try that changes nothing yet. */
export function makeDraft(
  { programmeId, draftId }: WhichDraft,
  insteadOf: DraftId | null,
  change: HandChange | undefined,
  signal: AbortSignal,
) {
  return call(
    MakeDraft,
    { params: { programmeId }, body: { draftId, insteadOf, ...(change && { change }) } },
    { signal },
  );
}

/** Puts a draft on the board in place of another. */
export function acceptDraft(which: WhichDraft, insteadOf: DraftId) {
  return call(AcceptDraft, { params: which, body: { insteadOf } });
}

/** Asks everyone in a draft. */
export function sendDraft(which: WhichDraft) {
  return call(SendDraft, { params: which });
}

/** Every mentor for somebody. */
export function readChoices(programmeId: string, participantId: string, signal: AbortSignal) {
  return call(ReadChoices, { params: { programmeId, participantId } }, { signal });
}
