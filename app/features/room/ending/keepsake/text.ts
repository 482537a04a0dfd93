/** Every sentence about a keepsake. */
export const keepsakeText = {
  title: "Your keepsake",
  lead: "What you wrote here, session by session, and the pages of both: one file that any browser opens, offline.",
  theirs: (name: string) =>
    `Of ${name}’s words it holds what ${name} said yes to for your keepsake. ${name} is not told that you made it.`,
  ask: "Ask for something",
  make: "Make the file",
  makeAgain: "Make it again",
  sees: "Whoever has the file and its passphrase reads all of it, now and later; nobody can take it back from them. It is made on this device, and no server gets it.",
  fileName: "keepsake.html",
  making: "Gathering, checking and closing.",
  failed: "The file could not be made just now. Nothing was lost.",
} as const;

/** What each entry is called, by the name of its event; a plain note needs no name. */
export const labelText: Readonly<Record<string, string>> = {
  "advice.given": "Advice",
  "celebrations.shared": "A good moment",
  "context.written": "My context",
  "differences.said": "How I saw it",
  "differences.viewed": "How I saw it",
  "differences.decided": "What I decided",
  "ending.said": "For the end",
  "feedback.given": "Feedback",
  "feedback.manual": "How I like feedback",
  "feedback.process": "How we work",
  "feedback.upward-asked": "What I asked about my mentoring",
  "feedback.upward-answered": "What I answered",
  "feedback.upward-replied": "What I took from the answer",
  "goals.celebrated": "On a goal that was reached",
  "goals.changed": "A goal, changed",
  "goals.set": "A goal",
  "notes.heard": "What I heard",
  "notes.heard-answered": "In my words",
  "questions.answered": "An answer",
  "questions.asked": "A question",
  "repair.broken": "A confidence was broken",
  "repair.owned": "I got this wrong",
  "repair.raised": "Something was bothering me",
  "sessions.offered": "With dates that I offered",
  "sessions.takeaway": "What I took with me",
  "sessions.topic": "What I wanted to talk about",
  "sessions.topic-ahead": "What I wanted to talk about",
  "stories.answered": "On a story",
  "stories.echoed": "Somewhere near that",
  "stories.told": "A story",
};

/** What the maker of a file adds to its entries. */
export const gatherText = {
  promise: "I said I would",
  promiseOf: (name: string) => `For ${name} to do`,
  hopes: "Hopes and worries",
  agreement: "What we agreed",
} as const;

/** What the file itself says, beside the words in it. */
export const insideText = {
  title: "A keepsake",
  lead: "Closed with the passphrase that was chosen when it was made. It opens on this device alone; nothing is sent.",
  passphrase: "Passphrase",
  open: "Open",
  opening: "Opening …",
  refused: "This passphrase does not open it, or the file was changed.",
  heading: (mine: string, other: string) => `${mine} and ${other}`,
  made: (day: string) => `Made on ${day}.`,
  mine: (name: string) => `Written by ${name}`,
  theirs: (name: string) => `Written by ${name}, kept with their yes`,
  pages: "Pages of both",
  sessionNotes: "Notes of a session.",
  before: "Before the first session",
  session: (nth: number, day: string) => `Session ${nth}, ${day}`,
  signed: "Every signature was checked just now, and holds.",
  unsigned: "without a signature",
  changed: "Changed since it was signed; left out.",
} as const;
