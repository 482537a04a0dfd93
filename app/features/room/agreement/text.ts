/** Every sentence of the agreement. */
import { inFigures } from "../../../values/clock.ts";
import type { DutyId, PartContents, PartId, PartWording } from "./rules.ts";

/** The names of the parts. */
export const partText: Readonly<Record<PartId, { readonly title: string; readonly ask: string }>> = {
  limits: { title: "What stays between us, and the limits", ask: "Read it together, aloud if you can." },
  scope: { title: "Here for, and not for", ask: "What is this for, and what is it not for?" },
  rhythm: { title: "How and when we meet", ask: "Short and often works best." },
  reply: { title: "Between meetings", ask: "How you write to each other, and how soon you answer." },
  cancel: { title: "When a meeting moves", ask: "What you do when one of you cannot come." },
  boundaries: {
    title: "Boundaries",
    ask: "Evenings and weekends, messages, places, family and health, introductions, gifts.",
  },
  slip: { title: "When something slips", ask: "What you do when something was not done." },
  roles: { title: "Who keeps what", ask: "Who owns the topics, and who keeps the frame. Either of you may change it." },
};

/** The first words of each part, to be changed freely. */
export const firstWords = {
  here: "Thinking about the mentee’s own questions at work, and finding next steps.",
  notHere: "Doing the work for each other, getting a job, therapy, settling a conflict with a manager.",
  way: "By video; by phone if that fails.",
  channel: "In this room",
  cancel:
    "Moving a meeting is fine. We say so 24 hours before, or as soon as we know. Whoever moves it offers two new dates. No reason is needed. We wait 10 minutes, then take a new date without hard feelings.",
  boundaries:
    "Evenings and weekends: ask first. Messages: fine. Meeting in person: in a public place. Family and health: only if one of us brings it up. Introductions: ask first. Gifts: no.",
  slip: "We first ask what got in the way. Then we choose: make it smaller, move it, get help, or drop it. We do not pretend, and we keep no tally.",
  mentor: "Keeps the frame: time, calm, and the promise of confidence. Asks before giving advice.",
  mentee: "Owns the topics and the decisions. Says what is needed, and what is not.",
} as const;

/** The duties, in the words of conf.duties. */
export const dutyText: Readonly<Record<DutyId, string>> = {
  "people-manager": "I manage people and must act when I learn of harassment or discrimination.",
  safety: "I must pass on serious safety risks.",
  profession: "I am bound by rules of a profession (for example health care, law, teaching, finance).",
  director: "I am a director or officer of this organisation.",
  safeguarding: "I have a safeguarding role.",
  "decides-about-mentee": "I take part in decisions about my mentee (appraisal, hiring, grants, grades).",
  none: "None of these that I know of.",
};

/** The words of screens. */
export const agreementText = {
  parts: "Parts of the agreement",
  firstMeeting: "For the first meeting",
  later: "Later, one at a time",
  statement: "The statement and its limits",
  myDuties: "My duties",
  you: "You",
  standing: {
    toTalk: "To talk through together",
    talked: "Talked about by both",
    otherToTalk: (name: string) => `You marked it; ${name} not yet`,
    suggested: (name: string) => `${name} suggests something`,
    waits: (name: string) => `Waits for ${name}`,
    open: "Not yet",
    later: "Later, if you like",
  },
  intro: "You write this page together; everything in it can be changed.",
  duties: "Duties that could force me to speak",
  dutiesHint: "Tick what is true, and say it aloud before any story is told.",
  moreDuties: "More duties",
  dutiesToo: "Also true for me",
  dutiesOf: (name: string) => `${name}’s duties`,
  talked: "We talked about it",
  youTalked: (day: string) => `You marked on ${day}: we talked about it.`,
  theyTalked: (name: string, day: string) => `${name} marked it on ${day}.`,
  theyNotYet: (name: string) => `${name} has not marked it yet.`,
  tickOne: "Tick one; “None of these” is an answer.",
  decides:
    "A mentor takes no part in decisions about their mentee. Either of you can end this pair now, without fault; your programme can suggest somebody else.",
  decidesAct: "See how",
  programmeWords: "In this programme",
  newWords: "Your programme says this differently now",
  newWordsLine:
    "What you both agreed to stays as it is until both of you say yes to the new words. Read them together first.",
  takeNewWords: "Suggest the new words",
  newWordsFrom: (name: string) => `${name} suggests the programme’s new words`,
  contacts: "Whom to ask, without names",
  here: "We are here for",
  notHere: "We are not here for",
  every: "Every how many days",
  length: "Minutes",
  way: "How we meet",
  within: "Answer within working days",
  channel: "Where we write",
  quietFrom: "Quiet from",
  quietTo: "Quiet until",
  quietHint: "Each by their own clock. No nudge comes here meanwhile. Empty both for none.",
  quietBoth: "Two different times, or none.",
  quietWords: "More about quiet hours",
  words: "In your words",
  mentor: "The mentor",
  mentee: "The mentee",
  suggest: "Suggest this",
  prefer: "This is what I would like",
  preferLead: (name: string) => `Say yours first; then you see what ${name} would like.`,
  mine: "You would like",
  theirs: (name: string) => `${name} would like`,
  waitsPreference: (name: string) => `${name} has not said theirs yet. It can wait for your next session.`,
  suggestMine: "Suggest mine",
  suggestTheirs: (name: string) => `Suggest ${name}’s`,
  fine: "Fine for me",
  other: "Suggest other words",
  keep: "Keep it as it was",
  takeBack: "Take it back",
  waits: (name: string) => `Waits for ${name}’s yes. Go on meanwhile.`,
  suggests: (name: string) => `${name} suggests`,
  agreed: "Agreed",
  now: "As it stands",
  changes: "What changed, and when",
  agreedOn: (day: string) => `Agreed on ${day}`,
  change: "Suggest a change",
  nothingLeft: "Every part of your agreement is settled. You can change any of them on its page.",
  skip: "It can wait.",
  sign: "Sign what you agreed",
  signLead:
    "Both of you sign the same words. A signed version stays as it is, whatever one of you changes later. Your passkey or passphrase signs.",
  signButton: "Sign",
  notThePassphrase: "That is not your passphrase, so nothing was signed. Please look at it once more.",
  passphrase: "Passphrase",
  signedBoth: (version: number) => `Version ${version} is signed by both of you.`,
  signedMine: (name: string) => `You signed. ${name} can sign when they next close a session.`,
  print: "Print",
  signedVersion: "Signed version",
  offlimits: "Topics I would rather leave out",
} as const;

/**
 * What one part says, as lines of plain text: on screens, in print, and in the text that both sign.
 * `clock` writes minutes after midnight: screens as their reader does, what is signed the same everywhere.
 */
export function wordsOf(wording: PartWording, clock = inFigures): ReadonlyArray<string> {
  switch (wording.part) {
    case "limits":
      return [];
    case "scope":
      return [`${agreementText.here}: ${wording.content.here}`, `${agreementText.notHere}: ${wording.content.notHere}`];
    case "rhythm":
      return [
        `Every ${wording.content.everyDays} days for ${wording.content.lengthMinutes} minutes. ${wording.content.way}`,
      ];
    case "reply":
      return [
        `We write: ${wording.content.channel}. We answer within ${wording.content.withinWorkingDays} working days.${quietWords(wording.content, clock)}`,
      ];
    case "roles":
      return [
        `${agreementText.mentor}: ${wording.content.mentor}`,
        `${agreementText.mentee}: ${wording.content.mentee}`,
      ];
    default:
      return [wording.content.text];
  }
}

function quietWords({ quiet, quietHours }: PartContents["reply"], clock: typeof inFigures): string {
  const hours = quiet && `${clock(quiet.from)} to ${clock(quiet.to)}, each by their own clock.`;
  const said = [hours ?? "", quietHours].filter((words) => words !== "").join(" ");
  return said && ` Quiet hours: ${said}`;
}
