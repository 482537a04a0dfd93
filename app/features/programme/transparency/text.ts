/** The sentences of *What Oakroom can see*. */
import type { ProfileField, Reader } from "../profile/rules.ts";
import type { KeptFactName, OpenFactName, Sees } from "./rules.ts";

/** A fact and what it is for. */
export interface FactText {
  readonly fact: string;
  readonly use: string;
}

/** Each open fact of a pair, in words. */
export const openFactText: Readonly<Record<OpenFactName, FactText>> = {
  pair: {
    fact: "That you two are a pair; whether it is suggested, live, paused or ended; the day on which it ends",
    use: "Running a programme",
  },
  firstMeeting: { fact: "Whether a first meeting took place, yes or no", use: "Helping a pair to start" },
  mayLikeAWord: {
    fact: "That a pair may like a word, yes or no; a programme can switch this off",
    use: "Helping a silent pair",
  },
  cadence: {
    fact: "Whether you have an agreement; your rhythm in days; your next session’s start, length and time zone; the days on which you met; a tap on “we’re fine”; the day on which a pause ended",
    use: "Reminders, calendar entries, a nudge after a gap",
  },
  calendar: {
    fact: "A calendar address of yours, if you make one: a mark that recognises the address without holding it, the words that an entry shows, and whether it names the other person",
    use: "Showing your next session in your own calendar",
  },
  mailSettings: {
    fact: "Your mail settings: which kinds you muted, your hours without mail and their time zone, until when it is quiet; your working days and your time off; whether you want wake-ups",
    use: "Sending no mail that you do not want",
  },
  wakeUps: {
    fact: "Dates on which you want to be reminded of something sealed, without what; off unless you switch them on",
    use: "A mail on that day, without content",
  },
  disclosure: {
    fact: "That you showed something to a contact for concerns, when it was taken up and answered; not what, and not from which room",
    use: "Delivering it",
  },
};

/** What else is kept, in words. */
export const keptFactText: Readonly<Record<KeptFactName, FactText>> = {
  place: {
    fact: "In which programmes you are, as mentor or mentee, since when, and whether you are invited, taking part, resting, not this time or gone; never why",
    use: "Running a programme",
  },
  imported: {
    fact: "The line of the file with which your programme added you",
    use: "Telling what a newer file changes",
  },
  invitation: { fact: "When your invitation went out and until when it is good", use: "Letting you in once" },
  drafts: { fact: "Your programme’s drafts of who may suit whom", use: "Preparing suggestions" },
  managing: {
    fact: "If you manage a programme, or were invited to: your name and address, since when, and until when the invitation is good",
    use: "Letting managers share a programme",
  },
  asked: {
    fact: "What you ask your programme with “Ask the programme”, and its answer",
    use: "Answering you",
  },
  changes: {
    fact: "That a manager changed something about you: who, what and when, nothing of its content",
    use: "Letting you read what was done about you",
  },
  looks: {
    fact: "Which manager of your programme opened your page, and on which day",
    use: "Letting you read who looked",
  },
  reasons: {
    fact: "The reasons for a suggestion, as you both read them on its card; among them how many levels apart you stand, never a grade. A pair keeps them",
    use: "Saying why",
  },
  answer: {
    fact: "Your answer to a suggestion, until it closes; then it is erased",
    use: "Bringing two people together who both said yes",
  },
  notAgain: {
    fact: "That two people are not suggested to each other again; neither who said so nor why. The matching alone reads it",
    use: "Not asking twice",
  },
  wishes: {
    fact: "Whom you wish for in the matching, and whom you would rather not be put together with. You and the matching read it; the people named and your programme do not. That a pair had wished for each other, which those two read",
    use: "Suggesting whom you would like to meet",
  },
  signIn: {
    fact: "Your name and mail address; on how many browsers you are signed in, since when and until when; that a sign-in mail was asked for, for a day; which passkeys may sign you in, and since when; on which day each of your devices was last here; a private address, if you gave one, which no manager sees; for a week an address that you left. If you manage a programme, its people read your name and address",
    use: "Letting you in, and nobody else",
  },
  sealedItems: {
    fact: "Of what you write: that something of about this size came from this device of yours at this time, and whether it is content, a document or housekeeping",
    use: "Carrying it to the other person",
  },
  keys: {
    fact: "Your keys, locked: the server cannot open them. If you began anew after losing all of them: that you did and when, and your keys of before",
    use: "Opening your rooms on a new device with your passkey, passphrase or recovery code",
  },
};

/** The fields of a profile, in words. */
export const fieldText: Readonly<Record<ProfileField, string>> = {
  name: "Name",
  callName: "What you like to be called",
  email: "Mail address",
  roles: "Mentor, mentee or both",
  team: "Team",
  site: "Site",
  level: "Grade",
  managerEmail: "Who your manager is",
  invitedFor: "Topics for which the programme invited you",
  helpWith: "What you can help with, and where you learned it",
  limits: "What people better ask someone else about",
  decidesAbout: "Teams and people about whom you take part in decisions",
  wishes: "Topics you would like help with",
  languages: "Languages",
  timeZone: "Time zone",
  availability: "Hours in which you can usually meet",
  capacity: "How many people you can take on",
  why: "Why you are here",
  setback: "A thing that did not go well for you",
};

/** Who reads a field, in a list. */
export const readerText: Readonly<Record<Reader, string>> = {
  programme: "programme managers",
  suggested: "people suggested to you",
  pair: "the other of your pair",
};

/** Who sees a fact, in a list; nothing where nobody of that kind does. */
export const seenByText: {
  readonly pair: Readonly<Partial<Record<Sees, string>>>;
  readonly manager: Readonly<Partial<Record<Sees, string>>>;
  readonly staff: Readonly<Partial<Record<Sees, string>>>;
  readonly contact: Readonly<Partial<Record<Sees, string>>>;
  readonly you: Readonly<Partial<Record<Sees, string>>>;
} = {
  pair: { yes: "the two of you", "its-owner": "only you", "its-sender": "its sender" },
  manager: { yes: "programme managers" },
  staff: { yes: "server staff" },
  contact: { yes: "contacts for concerns", "the-one-addressed": "the contact it was shown to" },
  you: { yes: "you" },
};

/** The rest of the page. */
export const text = {
  title: "What Oakroom can see",
  lead: "What you write in a room is sealed for the two of you: your programme cannot read it, and the server keeps it locked. All that stays open stands below, drawn from the program itself.",
  evidence: "What was tried against Oakroom",
  openTitle: "About you two",
  openCaption: "Open facts of a pair, what they are for, and who sees them",
  openRest: "Managers get no counts, no times, no history and no export of these.",
  profileTitle: "Of your profile",
  profileCaption: "The fields of a profile and who reads them",
  profileRest:
    "You see all of it yourself, and can put right what was imported about you. Server staff can read profiles, since matching needs them.",
  mayWiden: (others: string) => `and, if you say so, ${others}`,
  keptTitle: "Everything else",
  keptCaption: "What else is kept about you, what it is for, and who sees it",
  readTitle: "Who could still read it?",
  link: "how it is protected, and what it does not protect",
  columns: { fact: "What", use: "What for", fields: "Fields", seen: "Seen by" },
} as const;
