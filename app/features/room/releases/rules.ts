/**
 * Ask first (P28, P60): words of the other's leave the room only after their own yes, to this item, for this person. No answer
 * means no, nothing is released by silence, and no yes covers more than one item.
 */
import type { Instant } from "../../../values/instant.ts";
import type { AccountId } from "../../../values/id.ts";
import { type Answerable, type Reference, isNamed } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest name of whom it is for. */
export const longestTo = 120;
/** The longest reason, in signs. */
export const longestWhy = 500;
/** The longest new wording, in signs: it has to fit one item, so that it can be proven. */
export const longestWording = 4000;

/** What an owner says. */
export const answers = ["as-written", "in-other-words", "no"] as const;
/** What an owner says. */
export type AnswerKind = (typeof answers)[number];

/** Somebody asks to hand on an item of the other's. Without `to`, for the asker's own keepsake. */
export type ReleaseAsked = Opened<
  "releases.asked",
  { readonly item: Reference; readonly to?: string | undefined; readonly why: string }
>;
/** Its owner answers. The answer says itself what it is a yes to, since it is shown outside. */
export type ReleaseAnswered = Opened<
  "releases.answered",
  {
    readonly request: Reference;
    /** The hash of the item. */
    readonly item: string;
    readonly to?: string | undefined;
    readonly answer: AnswerKind;
    readonly text?: string | undefined;
  }
>;
/** The asker made the file. From here on the answer stands. */
export type ReleaseMade = Opened<"releases.made", { readonly request: Reference; readonly answer: Reference }>;

/** An answer as it stands. */
export interface Answer extends Answerable {
  readonly kind: AnswerKind;
  /** The owner's own new wording. */
  readonly text: string;
}

/** One request, and what became of it. */
export interface Request extends Answerable {
  readonly item: Reference;
  /** Empty for the asker's own keepsake. */
  readonly to: string;
  readonly why: string;
  readonly at: Instant;
  readonly answer: Answer | undefined;
  /** When the file was made, by the asker's clock. */
  readonly madeAt: Instant | undefined;
}

/** Every request, oldest first. Sealed: the two. */
export interface ReleasesState {
  readonly all: ReadonlyArray<Request>;
}

/** Folds requests, answers and releases. */
export const releases: Slice<ReleasesState, ReleaseAsked | ReleaseAnswered | ReleaseMade> = {
  name: "releases",
  initial: { all: [] },
  reduce(state, opened) {
    if (opened.type === "releases.asked")
      return opened.payload.item.hash === "" ? state : { all: [...state.all, asked(opened)] };
    const { request } = opened.payload;
    return { all: state.all.map((one) => (isNamed(request, one, opened.author) ? after(one, opened) : one)) };
  },
};

function asked({ id, hash, author, at, payload }: ReleaseAsked): Request {
  const { item, to = "", why } = payload;
  return { id, hash, by: author, item, to, why, at, answer: undefined, madeAt: undefined };
}

/** The owner alone answers, until it was handed over; the asker alone makes the file, of the answer that stands. */
function after(request: Request, opened: ReleaseAnswered | ReleaseMade): Request {
  if (request.madeAt !== undefined) return request;
  const isAsker = opened.author === request.by;
  if (opened.type === "releases.answered") return isAsker ? request : answered(request, opened);
  const { answer } = request;
  const isNamedYes = answer && answer.kind !== "no" && isNamed(opened.payload.answer, answer, opened.author);
  return isAsker && isNamedYes ? { ...request, madeAt: opened.at } : request;
}

function answered(request: Request, { id, hash, author, payload }: ReleaseAnswered): Request {
  const { item, to = "", answer, text = "" } = payload;
  if (item !== request.item.hash || to !== request.to) return request;
  if (answer === "in-other-words" && text.trim() === "") return request;
  return { ...request, answer: { id, hash, by: author, kind: answer, text } };
}

/** Requests that wait for my answer. */
export function waitForMe({ all }: ReleasesState, me: AccountId): ReadonlyArray<Request> {
  return all.filter(({ by, answer }) => by !== me && answer === undefined);
}

/** True where the owner's yes stands: no answer is none. */
export function isAllowed({ answer }: Request): boolean {
  return answer !== undefined && answer.kind !== "no";
}
