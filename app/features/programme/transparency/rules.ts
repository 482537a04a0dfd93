/**
 * Whatever leaves a room in the clear, or is kept about a person, with who may see it: declared here once.
 * The page *What Oakroom can see* is drawn from it, and a test finds each column of the database in it (`columns/`).
 */
import { type ProfileField, profileFields, type Reader } from "../profile/rules.ts";

/** Who sees a fact: everyone of that kind, nobody, or the one person whom it concerns. */
export type Sees = "yes" | "no" | "its-owner" | "its-sender" | "the-one-addressed";

/** Who sees an open fact of a pair. Server staff see whatever the server keeps in the clear; the page says so. */
export interface OpenFact {
  readonly pair: Sees;
  readonly manager: Sees;
  readonly staff: Sees;
  readonly contact: Sees;
}

/** Every open fact of a pair. There is no other. */
export const openFacts = {
  /** That the two are a pair, its state, and its end date. */
  pair: { pair: "yes", manager: "yes", staff: "yes", contact: "no" },
  /** First meeting held, yes or no. */
  firstMeeting: { pair: "yes", manager: "yes", staff: "yes", contact: "no" },
  /** "May like a word", yes or no; a programme can switch it off. */
  mayLikeAWord: { pair: "yes", manager: "yes", staff: "yes", contact: "no" },
  /** Agreed yes or no, rhythm, next session, days met, "we're fine". */
  cadence: { pair: "yes", manager: "no", staff: "yes", contact: "no" },
  /** A calendar that its owner's program fetches, off unless they switch it on: its words, and the hash of its address. */
  calendar: { pair: "its-owner", manager: "no", staff: "yes", contact: "no" },
  /** Kinds muted, hours without mail, quiet until, working days and time off. */
  mailSettings: { pair: "its-owner", manager: "no", staff: "yes", contact: "no" },
  /** Neutral wake-up dates, off unless their owner switches them on. */
  wakeUps: { pair: "its-owner", manager: "no", staff: "yes", contact: "no" },
  /** That a disclosure exists. */
  disclosure: { pair: "its-sender", manager: "no", staff: "yes", contact: "the-one-addressed" },
} as const satisfies Readonly<Record<string, OpenFact>>;

/** The name of an open fact. */
export type OpenFactName = keyof typeof openFacts;

/** Who sees what else is kept about a person. */
export interface KeptFact {
  readonly you: "yes" | "no";
  readonly manager: "yes" | "no";
  readonly staff: "yes";
}

/** What else the server keeps about a person, to let them in, to invite and match them, and to carry sealed items. */
export const keptFacts = {
  /** In which programmes somebody is, with what state and roles, and since when. */
  place: { you: "yes", manager: "yes", staff: "yes" },
  /** The row of the file from which somebody was imported. */
  imported: { you: "yes", manager: "yes", staff: "yes" },
  /** That an invitation went out, and until when it is good. */
  invitation: { you: "yes", manager: "yes", staff: "yes" },
  /** The manager's drafts of who may suit whom. */
  drafts: { you: "no", manager: "yes", staff: "yes" },
  /** Who manages a programme, and who was invited to. */
  managing: { you: "yes", manager: "yes", staff: "yes" },
  /** What somebody asked the programme, and its answer. */
  asked: { you: "yes", manager: "yes", staff: "yes" },
  /** That a manager changed something about somebody: who, what, when; nothing of its content. */
  changes: { you: "yes", manager: "yes", staff: "yes" },
  /** Which manager opened somebody's page, and on which day. */
  looks: { you: "yes", manager: "no", staff: "yes" },
  /** Why two people are suggested to each other. */
  reasons: { you: "yes", manager: "yes", staff: "yes" },
  /** One's answer to a suggestion, until it closes. */
  answer: { you: "yes", manager: "no", staff: "yes" },
  /** That two people are not suggested to each other again; neither who said so nor why. */
  notAgain: { you: "no", manager: "no", staff: "yes" },
  /** Whom somebody wishes for in the matching, and whom they would rather not be put together with. */
  wishes: { you: "yes", manager: "no", staff: "yes" },
  /** Name and address; on how many browsers somebody is signed in, and until when; mails with links on their way; passkeys that sign in; the day on which a device was last here; a private address, and for a while one that was left. */
  signIn: { you: "yes", manager: "no", staff: "yes" },
  /** Of sealed items: author, device, place in the chains, coarse kind, size class, time of arrival. */
  sealedItems: { you: "yes", manager: "no", staff: "yes" },
  /** Keys that can only be used by whoever holds a passphrase, a recovery code or a device; those of before too, where somebody began anew. */
  keys: { you: "yes", manager: "no", staff: "yes" },
} as const satisfies Readonly<Record<string, KeptFact>>;

/** The name of something else that is kept. */
export type KeptFactName = keyof typeof keptFacts;

/** Who reads a field of a profile, in the order of the page's columns. */
export interface FieldRow {
  readonly field: ProfileField;
  readonly readers: ReadonlyArray<Reader>;
  /** Whom its writer may let read it as well. */
  readonly mayWidenTo: ReadonlyArray<Reader>;
}

/** The fields of a profile with their readers, as the profile itself declares them. */
export function fieldRows(): ReadonlyArray<FieldRow> {
  return fieldNames.map((field) => {
    const declared = profileFields[field];
    return { field, readers: declared.readers, mayWidenTo: "mayWidenTo" in declared ? declared.mayWidenTo : [] };
  });
}

const isField = (name: string): name is ProfileField => Object.hasOwn(profileFields, name);
const fieldNames = Object.keys(profileFields).filter(isField);
