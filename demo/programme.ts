/** A programme as its manager makes it: set-up, import of a file, invitations, a matching. */
import { readTable } from "@oakroom/table";
import { Invite } from "../app/features/programme/invitations/schema.ts";
import { ownPoints } from "../app/features/programme/launch/rules.ts";
import { LaunchProgramme, MarkLaunchPoint } from "../app/features/programme/launch/schema.ts";
import {
  AcceptDraft,
  type HandChange,
  MakeDraft,
  ReadBoard,
  SendDraft,
} from "../app/features/programme/matching/drafts/schema.ts";
import { AnswerSuggestion, ListSuggestions } from "../app/features/programme/matching/proposals/schema.ts";
import { recogniseColumns } from "../app/features/programme/people/import/columns/rules.ts";
import { PreviewImport, RunImport } from "../app/features/programme/people/import/schema.ts";
import { ListPeople, type ListedPerson } from "../app/features/programme/people/schema.ts";
import type { FirstProgramme } from "../app/features/programme/programmes/schema.ts";
import { SetUp } from "../app/features/programme/programmes/set-up/schema.ts";
import { DraftId, ProgrammeId, type RelationshipId } from "../app/values/id.ts";
import { contactsReady } from "./contacts.ts";
import { tokenOf } from "./outbox.ts";
import type { Person, Setting } from "./person.ts";
import { newId, Visitor } from "./visitor.ts";

/** A programme in the hands of its manager. */
export interface Managed {
  readonly manager: Visitor;
  readonly programmeId: ProgrammeId;
}

/** Follows the one-time link of a new server, and does what comes before the first invitation; the contacts make their keys. */
export async function setUp(
  setting: Setting,
  link: string,
  manager: { readonly name: string; readonly email: string },
  programme: FirstProgramme,
): Promise<Managed & { readonly contacts: ReadonlyArray<Person> }> {
  const visitor = new Visitor(setting.door);
  const programmeId = ProgrammeId.parse(newId());
  await visitor.ask(SetUp, { body: { token: tokenOf(link), programmeId, manager, programme } });
  for (const point of ownPoints)
    await visitor.ask(MarkLaunchPoint, { params: { programmeId }, body: { point, done: true } });
  const managed = { manager: visitor, programmeId };
  const contacts = await contactsReady(
    setting,
    managed,
    programme.contacts.map(({ email }) => email),
  );
  await visitor.ask(LaunchProgramme, { params: { programmeId } });
  return { ...managed, contacts };
}

/** Imports a file of people, as the preview says. */
export async function importPeople({ manager, programmeId }: Managed, file: Uint8Array<ArrayBuffer>): Promise<number> {
  const params = { programmeId };
  const upload = { file: Buffer.from(file).toString("base64"), columns: recogniseColumns(readTable(file).header) };
  const { added, changed, refusedLines } = await manager.ask(PreviewImport, { params, body: upload });
  const expected = { added, changed, refused: refusedLines.length };
  const done = await manager.ask(RunImport, { params, body: { ...upload, importId: newId(), expected } });
  return done.added;
}

/** Everyone on the list. */
export async function listPeople({ manager, programmeId }: Managed): Promise<ReadonlyArray<ListedPerson>> {
  return (await manager.ask(ListPeople, { params: { programmeId } })).people;
}

/** Invites people by mail. */
export async function invite(managed: Managed, addresses: ReadonlyArray<string>): Promise<void> {
  const { manager, programmeId } = managed;
  const people = (await listPeople(managed)).filter(({ email }) => addresses.includes(email)).map(({ id }) => id);
  await manager.ask(Invite, { params: { programmeId }, body: { requestId: newId(), people } });
}

/** Makes the first draft of a round. */
export async function makeDraft({ manager, programmeId }: Managed): Promise<DraftId> {
  const draftId = DraftId.parse(newId());
  await manager.ask(MakeDraft, { params: { programmeId }, body: { draftId, insteadOf: null } });
  return draftId;
}

/** Puts two people together by hand in an open draft; the answer is the draft that is open then. */
export async function pin(
  managed: Managed,
  insteadOf: DraftId,
  mentee: ListedPerson,
  mentor: ListedPerson,
): Promise<DraftId> {
  const { manager, programmeId } = managed;
  const draftId = DraftId.parse(newId());
  const change: HandChange = { act: "pin", mentee: mentee.id, mentor: mentor.id };
  await manager.ask(MakeDraft, { params: { programmeId }, body: { draftId, insteadOf, change } });
  await manager.ask(AcceptDraft, { params: { programmeId, draftId }, body: { insteadOf } });
  return draftId;
}

/** Asks the people of a draft. */
export async function sendDraft({ manager, programmeId }: Managed, draftId: DraftId): Promise<void> {
  await manager.ask(SendDraft, { params: { programmeId, draftId } });
}

/** The pairs that were suggested, by their people's names. */
export async function listAsked({ manager, programmeId }: Managed) {
  return (await manager.ask(ReadBoard, { params: { programmeId } })).asked;
}

/** Says yes or not this one to the first open suggestion; the second yes brings the pair's id. */
export async function answerFirst(visitor: Visitor, answer: "yes" | "no"): Promise<RelationshipId | undefined> {
  const first = (await visitor.ask(ListSuggestions, {})).open.find(({ answered }) => !answered);
  if (!first) throw new Error("nobody is suggested");
  const params = { matchId: first.matchId };
  return (await visitor.ask(AnswerSuggestion, { params, body: { answer } })).relationshipId ?? undefined;
}
