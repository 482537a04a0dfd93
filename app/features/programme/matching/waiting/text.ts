/** Words for somebody to whom nobody is suggested just now. */
export const text = {
  link: "Why it takes a while, and what comes next",
  title: "You are on the list",
  whyTitle: "Why it can take a while",
  why: [
    "The programme looks at everyone at once, so that those who come early take nothing from those who come late.",
    "There may be fewer free places than people, and some pairs are ruled out: nobody is put together with somebody who decides about them, or with whom they share no language.",
    "None of that says anything about you, and nobody is ranked.",
  ],
  wishes: "Whom you wish for",
  how: "How suggestions are made",
  nextTitle: "What happens next",
  next: "When somebody could suit you, you get a mail with the reasons, and you both say yes or not this one. You need to do nothing until then.",
  whenTitle: "By when",
  until: (day: string) =>
    `Suggestions that others have now close on ${day} at the latest. From then on the places that were not taken are free again.`,
  noDay: "No round is under way just now; your programme decides on the day of the next one.",
  ended: "The programme has ended",
  endedWords:
    "It suggests nobody any more. A programme that follows may invite you, and you take part in it only with a yes of your own.",
  ask: "Ask the programme",
} as const;
