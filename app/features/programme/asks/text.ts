/** Every sentence of asking the programme. */
import type { AskKind, AskRefusal, AskState } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<AskRefusal | "answered", string>> = {
  "no-words": "Please say in a few words what it is about.",
  "too-many-open": "Five things of yours wait for an answer already. Take one back, or wait for the answer.",
  answered: "This is answered already.",
};

/** The quick choices. */
export const kindText: Readonly<Record<AskKind, string>> = {
  "cannot-reach": "I cannot reach the other person",
  "another-match": "I would like another match",
  "a-pause": "I would like a pause",
  "something-else": "Something else",
};

/** Where it stands, for whoever asked. */
export const stateText: Readonly<Record<AskState, string>> = {
  new: "On its way to your programme",
  taken: "Somebody looks after it",
  answered: "Answered",
};

/** The mail to each manager. */
export function askMail(name: string, programmeName: string, link: string) {
  return {
    subject: `${programmeName}: somebody asked something`,
    text: `Hello ${name},

somebody in "${programmeName}" asked the programme something. It stands in the inbox that all managers share:

${link}
`,
  } as const;
}

/** The mail to whoever asked. */
export function answerMail(name: string, programmeName: string, link: string) {
  return {
    subject: `${programmeName}: an answer for you`,
    text: `Hello ${name},

you asked "${programmeName}" something, and there is an answer:

${link}
`,
  } as const;
}

/** The screens' words. */
export const text = {
  title: "Ask the programme",
  reads: "The programme reads this.",
  lead: "All managers of the programme can read it, and one of them answers. The other person is not told. You need no reason.",
  what: "What is it about?",
  about: "About whom, if you like to say",
  aboutNobody: "I would rather not say",
  words: "If you like, a few words",
  wordsHint: "Nothing from your room is sent along.",
  whatWrong: "Choose what it is about",
  send: "Ask",
  sent: "Asked. You get a mail when there is an answer.",
  mine: "What you asked",
  answer: "Answer",
  remove: "Take back",
  removeLabel: (kind: string) => `Take back: ${kind}`,
  drop: "Remove",
  dropLabel: (kind: string) => `Remove: ${kind}`,
  wordsWrong: "Write at most 2,000 characters",
  removed: "Taken back. Nothing of it is kept.",
  faults: "Please look at this again",
  inbox: "Asked the programme",
  inboxLead: "All managers see this. The other of a pair is not told that somebody asked.",
  none: "Nobody has asked anything",
  noneWords: "When somebody asks the programme, it stands here for all managers.",
  take: "I look after this",
  takeLabel: (name: string) => `I look after this: ${name}`,
  takenBy: (name: string) => `${name} looks after it`,
  yourAnswer: "Your answer",
  notSent: "You had written, and it was not sent:",
  answerWrong: "Write an answer of at most 2,000 characters",
  reply: "Send the answer",
  replied: "Answered. They get a mail with a link.",
  answered: "Answered",
  answeredBy: (name: string) => `Answered by ${name}`,
  programme: "Programme",
  onHome: "Ask the programme",
} as const;
