/**
 * The agreement: what the two settle between them, part by part (P09, P10, P12 to P14, P53).
 * Each gives a preference alone first; then one wording is proposed and accepted by the other. Signed versions are frozen by both signatures.
 * Nothing in a room ever waits for it, and nobody is told about it.
 */
import type { Day } from "../../../values/day.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { type Answerable, type Reference, isNamed } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The parts in their order. The first three are the first meeting's; the others come one at a time in sessions two to four. */
export const partIds = ["limits", "scope", "rhythm", "reply", "cancel", "boundaries", "slip", "roles"] as const;
/** One of them. */
export type PartId = (typeof partIds)[number];

/** The parts that the first meeting settles; with both marks "we talked about it" the room is set up. */
export const firstParts = ["limits", "scope", "rhythm"] as const satisfies ReadonlyArray<PartId>;

/** The duties that may force somebody to speak (guidance conf.duties). */
export const dutyIds = [
  "people-manager",
  "safety",
  "profession",
  "director",
  "safeguarding",
  "decides-about-mentee",
  "none",
] as const;
/** One duty. */
export type DutyId = (typeof dutyIds)[number];

/** The wordings of the confidentiality exceptions that a programme chooses from (guidance conf.workplace). */
export const variantIds = [
  "company",
  "between-companies",
  "university",
  "health",
  "public-service",
  "charity",
] as const;
/** One wording. */
export type VariantId = (typeof variantIds)[number];

/**
 * What a part says. The limits name an edition of Oakroom's own statement and the programme's variant: those words come from `content/`,
 * so that no client can propose them without the exceptions block. Beside them stand the programme's own words as they were that day.
 */
export interface PartContents {
  readonly limits: { readonly edition: "1"; readonly variant: VariantId; readonly wording: string };
  readonly scope: { readonly here: string; readonly notHere: string };
  readonly rhythm: { readonly everyDays: number; readonly lengthMinutes: number; readonly way: string };
  readonly reply: {
    readonly withinWorkingDays: number;
    readonly channel: string;
    readonly quiet?: QuietHours | undefined;
    /** Words beside the times, or instead of them. */
    readonly quietHours: string;
  };
  readonly cancel: { readonly text: string };
  readonly boundaries: { readonly text: string };
  readonly slip: { readonly text: string };
  readonly roles: { readonly mentor: string; readonly mentee: string };
}

/** From when until when nothing asks, in minutes after midnight, by each one's own clock; through midnight where `to` is less. */
export type QuietHours = { readonly from: number; readonly to: number };

/** A part with what it says. */
export type PartWording = { readonly [P in PartId]: { readonly part: P; readonly content: PartContents[P] } }[PartId];

/** "We talked about it", on a day; each marks it alone. */
export type LimitsTalked = Opened<"agreement.talked", { readonly on: Day }>;
type NamedDuties = { readonly duties: ReadonlyArray<DutyId>; readonly other: string };
/** The duties somebody named; said once a person, changed when they change. */
export type DutiesNamed = Opened<"agreement.duties", NamedDuties>;
/** What somebody would like, given alone first. */
export type PartPreferred = Opened<"agreement.preferred", PartWording>;
/** One wording for both. Proposing it is one's own yes to it. */
export type PartProposed = Opened<"agreement.proposed", PartWording>;
/** "Fine for me." */
export type PartAccepted = Opened<"agreement.accepted", { readonly proposal: Reference }>;
/** A proposal is taken back, or kept as it was before. */
export type PartKept = Opened<"agreement.kept", { readonly proposal: Reference }>;
/** "I would drop this part." It goes once the other says so, too; said twice by one, it is taken back. */
export type PartDropped = Opened<"agreement.dropped", { readonly part: PartId }>;
/** A signature with the identity key over the exact text of a version; the vault has verified it before it comes here. */
export type AgreementSigned = Opened<
  "agreement.signed",
  { readonly agreementId: string; readonly version: number; readonly text: string; readonly signature: string }
>;

/** Whatever happens to the agreement. */
export type AgreementEvent =
  | LimitsTalked
  | DutiesNamed
  | PartPreferred
  | PartProposed
  | PartAccepted
  | PartKept
  | PartDropped
  | AgreementSigned;

/** A wording that waits for the other's answer. */
export interface Proposal extends Answerable {
  readonly wording: PartWording;
}

/** Where one part stands. */
export interface PartState {
  readonly preferences: Readonly<Record<AccountId, PartWording>>;
  readonly proposal: Proposal | undefined;
  /** What both said yes to, last. */
  readonly agreed: PartWording | undefined;
  /** Whose words these are. */
  readonly agreedBy?: AccountId | undefined;
  /** Who would drop it. */
  readonly dropping?: AccountId | undefined;
  /** The last twenty wordings that both said yes to, with when, by the clock of the second yes; what is in force comes last (P51). */
  readonly changes?: ReadonlyArray<{ readonly wording: PartWording; readonly at: Instant }>;
}

/** A text with the names of those who signed it. */
export interface SignedVersion {
  readonly agreementId: string;
  readonly version: number;
  readonly text: string;
  readonly signers: ReadonlyArray<AccountId>;
}

/** The whole agreement. Sealed: the two. */
export interface AgreementState {
  readonly talked: Readonly<Record<AccountId, Day>>;
  readonly duties: Readonly<Record<AccountId, NamedDuties>>;
  readonly parts: Readonly<Partial<Record<PartId, PartState>>>;
  /** Every text that somebody signed, oldest first. */
  readonly versions: ReadonlyArray<SignedVersion>;
}

/** Folds the agreement. */
export const agreement: Slice<AgreementState, AgreementEvent> = {
  name: "agreement",
  initial: { talked: {}, duties: {}, parts: {}, versions: [] },
  reduce(state, opened) {
    switch (opened.type) {
      case "agreement.talked":
        return { ...state, talked: { [opened.author]: opened.payload.on, ...state.talked } };
      case "agreement.duties":
        return { ...state, duties: { ...state.duties, [opened.author]: opened.payload } };
      case "agreement.preferred":
        return withPart(state, opened.payload.part, (part) => ({
          ...part,
          preferences: { ...part.preferences, [opened.author]: opened.payload },
        }));
      case "agreement.proposed":
        return withPart(state, opened.payload.part, (part) => proposed(part, opened));
      case "agreement.accepted":
        return answer(state, opened, ({ by, wording }, part) =>
          by === opened.author ? undefined : settled(part, wording, opened.at, by),
        );
      case "agreement.kept":
        return answer(state, opened, () => ({ proposal: undefined }));
      case "agreement.dropped":
        return withPart(state, opened.payload.part, (part) => dropped(part, opened));
      case "agreement.signed":
        return { ...state, versions: sign(state.versions, opened) };
      default:
        return state;
    }
  },
};

/** Who suggests just what the other suggested has said yes to it: two who press at the same moment have agreed. */
function proposed(part: PartState, { id, hash, author, at, payload }: PartProposed): PartState {
  const theirs = part.proposal && part.proposal.by !== author ? part.proposal.wording : undefined;
  if (theirs && JSON.stringify(theirs) === JSON.stringify(payload)) return settled(part, payload, at, author);
  return { ...part, dropping: undefined, proposal: { id, hash, by: author, wording: payload } };
}

function settled(part: PartState, wording: PartWording, at: Instant, by: AccountId): PartState {
  const changes = [...(part.changes ?? []), { wording, at }].slice(-20);
  return { ...part, agreed: wording, agreedBy: by, changes, proposal: undefined, dropping: undefined };
}

/** The first three stay: without them there is no agreement. */
function dropped(part: PartState, { author, payload }: PartDropped): PartState {
  if (!part.agreed || firstParts.some((id) => id === payload.part)) return part;
  if (part.dropping !== undefined && part.dropping !== author) return { ...emptyPart, preferences: part.preferences };
  return { ...part, dropping: part.dropping === author ? undefined : author };
}

const emptyPart: PartState = { preferences: {}, proposal: undefined, agreed: undefined };

function withPart(state: AgreementState, id: PartId, change: (part: PartState) => PartState): AgreementState {
  return { ...state, parts: { ...state.parts, [id]: change(state.parts[id] ?? emptyPart) } };
}

function answer(
  state: AgreementState,
  { author, payload }: PartAccepted | PartKept,
  change: (proposal: Proposal, part: PartState) => Partial<PartState> | undefined,
): AgreementState {
  for (const partId of partIds) {
    const part = state.parts[partId];
    if (!part?.proposal || !isNamed(payload.proposal, part.proposal, author)) continue;
    const changed = change(part.proposal, part);
    return changed ? withPart(state, partId, () => ({ ...part, ...changed })) : state;
  }
  return state;
}

function sign(
  versions: ReadonlyArray<SignedVersion>,
  { author, payload }: AgreementSigned,
): ReadonlyArray<SignedVersion> {
  const { agreementId, version, text } = payload;
  const known = versions.find((one) => one.agreementId === agreementId && one.version === version && one.text === text);
  if (known?.signers.includes(author)) return versions;
  if (!known) return [...versions, { agreementId, version, text, signers: [author] }];
  return versions.map((one) => (one === known ? { ...one, signers: [...one.signers, author] } : one));
}

/** The newest version that both signed: the agreement in force (C30). A later version of one side alone never alters it. */
export function inForce(state: AgreementState, members: ReadonlyArray<AccountId>): SignedVersion | undefined {
  return state.versions
    .filter(({ signers }) => members.every((member) => signers.includes(member)))
    .toSorted((a, b) => b.version - a.version)[0];
}

/** The parts that both said yes to, in their order. */
export function agreedParts(state: AgreementState): ReadonlyArray<PartWording> {
  return partIds.flatMap((id) => state.parts[id]?.agreed ?? []);
}

/** The limits that both said yes to. */
export function agreedLimits({ parts }: AgreementState): PartContents["limits"] | undefined {
  const agreed = parts.limits?.agreed;
  return agreed?.part === "limits" ? agreed.content : undefined;
}

/** True where both say the same. */
export function isSameLimits(one: PartContents["limits"], other: PartContents["limits"]): boolean {
  return one.edition === other.edition && one.variant === other.variant && one.wording === other.wording;
}

/**
 * What to do about the limits as the programme words them today. "accept": the other suggests just these words. "waits": I did.
 * "suggest": nobody has, and what was agreed or suggested is worded differently, or nothing was. `undefined`: they are agreed.
 * Words that are not the programme's are never accepted, whoever suggests them.
 */
export function limitsStep(
  state: AgreementState,
  me: AccountId,
  today: PartContents["limits"],
): "accept" | "waits" | "suggest" | undefined {
  const agreed = agreedLimits(state);
  const proposal = state.parts.limits?.proposal;
  const suggested = proposal?.wording.part === "limits" && isSameLimits(proposal.wording.content, today);
  if (agreed && isSameLimits(agreed, today)) return undefined;
  return suggested ? (proposal.by === me ? "waits" : "accept") : "suggest";
}

/** What is still missing before the room reads "set up" (P01). */
export type Missing = "talk" | "duties" | "limits" | "scope" | "rhythm";

/** What the person `me` has yet to do for the first meeting; empty when their side is done. Waiting for the other is not missing. */
export function missingFor(state: AgreementState, me: AccountId): ReadonlyArray<Missing> {
  const missing: Missing[] = [];
  if (!state.talked[me]) missing.push("talk");
  if (!state.duties[me]) missing.push("duties");
  for (const id of firstParts) {
    const part = state.parts[id];
    if (!part?.agreed && part?.proposal?.by !== me) missing.push(id);
  }
  return missing;
}

/** True once both have talked about the limits, named their duties, and settled the first three parts. */
export function isSetUp(state: AgreementState, members: ReadonlyArray<AccountId>): boolean {
  return (
    members.every((member) => state.talked[member] && state.duties[member]) &&
    firstParts.every((id) => state.parts[id]?.agreed)
  );
}

/** True where somebody named a part in decisions about the mentee: the programme should find another pair (conf.duties). */
export function decidesAboutMentee(state: AgreementState): boolean {
  return Object.values(state.duties).some(({ duties }) => duties.includes("decides-about-mentee"));
}

/** The rhythm in days that both agreed on: the one number that leaves the room (P12). */
export function agreedRhythm(state: AgreementState): number | undefined {
  const agreed = state.parts.rhythm?.agreed;
  return agreed?.part === "rhythm" ? agreed.content.everyDays : undefined;
}

/** The part to offer next in sessions two to four: the first that nobody has settled or proposed. */
export function nextPart(state: AgreementState): PartId | undefined {
  return partIds.find((id) => !state.parts[id]?.agreed && !state.parts[id]?.proposal);
}
