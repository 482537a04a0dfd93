/** Every sentence about choices for one's own eyes. */
export const choicesText = {
  hide: "Do not show this card again",
  hideAll: (what: string) => `Hide: ${what.toLowerCase()}`,
  hidden: "Hidden, for you alone.",
  quiet: "Quiet until Close",
  cards: "Hidden cards",
  again: "Show again",
} as const;

const names: Readonly<Record<string, string>> = {
  "first.anyquestion": "Nearly any question is welcome",
  "first.strengths": "Strengths",
  "first.trust": "What trust means to each of us",
  "session.talk": "Listen, ask, story, suggestion",
  listening: "All cards on listening",
  "listen.basics": "Listening",
  "listen.wait": "Wait, then ask",
  "listen.validate": "Name it before you solve it",
  "listen.unsaid": "What stays unsaid",
  "listen.restate": "What I heard",
  "talk.halfway": "Half time",
  "talk.limits": "Not knowing",
  "mentor.precheck": "A minute before",
  "power.card": "Power",
  "mentee.lead": "Your hour",
  "ask.bank": "A question",
  manual: "My feedback manual",
};

/** What a card is called. */
export function nameOf(name: string): string {
  return names[name] ?? name;
}
