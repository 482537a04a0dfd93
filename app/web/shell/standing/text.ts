/** What the standing pages say beside their guidance. */

/** *Help and safety*. */
export const helpText = {
  title: "Help and safety",
  lead: "Some things come before any mentoring.",
  self: "If someone presses or frightens you",
  other: "If you worry about someone",
  unsure: "If you do not know whether you must act",
  breach: "If a confidence was broken",
  programme: "To ask your programme something",
  managedBy: (programme: string) => `${programme}: `,
  more: "More to read",
  name: "the other person",
  emergency: "the emergency number of the place where you are",
  line: "Call a crisis line of your country",
  contact: "a contact for concerns",
  contactFirst: "A contact for concerns",
  one: "one contact for concerns",
  two: "the other",
  /** Both by name, as parts of a sentence that may also begin with them. */
  either: <Part>(one: Part, two: Part) => [one, " or ", two] as const,
} as const;

/** *How sessions work*. */
export const sessionsText = {
  title: "How sessions work",
  lead: "One way through every meeting, so that nobody has to think about it.",
  steps: "The four steps",
  stepNames: { prepare: "Prepare", open: "Open", talk: "Talk", close: "Close" },
  when: {
    prepare: "From 24 hours before, alone",
    open: "The first five minutes",
    talk: "The middle, with nothing to type",
    close: "The last eight minutes",
  },
  four: "The first four sessions",
  mentee: "Leila",
} as const;

/** *Who could still read it?* */
export const readText = {
  title: "Who could still read it?",
  lead: "What two people write in their room is sealed on their devices. Here is what that does, and what it cannot do.",
  link: "what Oakroom can see, in two tables",
} as const;
