/** What the standing pages say beside their guidance. */

/** *Help and safety*. */
export const helpText = {
  title: "Help and safety",
  /** Behind "Sign in". */
  signedOut: "and this page names the contacts of your programme, with their addresses.",
  self: "Pressed or frightened",
  other: "Worried about someone",
  speak: "When I may have to speak",
  unsure: "Whether you must act",
  breach: "A broken confidence",
  programme: (programme: string) => `Whom to ask in ${programme}`,
  concerns: "With a concern:",
  nobody:
    "No contact of this programme can be offered to you just now. The numbers above are there for you, and so is somebody outside your organisation whom you trust. Your managers read that somebody has no contact, and not who.",
  key: (name: string, words: string) => `${name}’s key: ${words}. On the phone, have these words read aloud.`,
  rest: "Anything else:",
  more: "More to read",
  when: "What to do when something goes wrong",
  name: "the other person",
  emergencyNumbers: [
    { number: "112", where: "in Europe, India and from most mobile phones" },
    { number: "999", where: "in the UK" },
    { number: "911", where: "in the US and Canada" },
    { number: "000", where: "in Australia" },
    { number: "111", where: "in New Zealand" },
  ],
  call: "Call",
  crisisLines: [
    { number: "116 123", where: "in the UK and much of Europe" },
    { number: "988", where: "in the US and Canada" },
  ],
  others: "other places:",
  lines: "https://findahelpline.com",
  linesName: "findahelpline.com",
  contact: "a contact for concerns",
  contactFirst: "A contact for concerns",
  one: "one contact for concerns",
  two: "the other",
  /** Where one alone is offered. */
  trusted: "somebody else you trust",
  /** Where nobody is offered. */
  outside: "somebody outside your organisation",
  /** Both by name, as parts of a sentence that may also begin with them. */
  either: <Part>(one: Part, two: Part) => [one, " or ", two] as const,
} as const;

/** *What to do when*. */
export const whenText = {
  title: "What to do when",
  phone: "You lost a phone or a computer",
  newDevice: "You have a new device",
  passphrase: "You forgot your passphrase",
  everything: "You lost everything that opens your rooms",
  words: "The matching words differ, or the other’s keys changed",
  restored: "Oakroom says that the server was set back",
  silence: "The other person does not answer",
  work: "You change jobs",
  left: "Somebody leaves the programme",
  stop: "You would like to pause or stop",
  erase: "You both want it erased",
  pressed: "Somebody presses or frightens you",
  keys: "Your keys and devices",
  settings: "Settings",
  profile: "Profile",
  help: "Help and safety",
} as const;

/** *How sessions work*. */
export const sessionsText = {
  title: "How sessions work",
  steps: "The four steps",
  stepNames: { prepare: "Prepare", open: "Open", talk: "Talk", close: "Close" },
  when: {
    prepare: "From 24 hours before, alone",
    open: "The first five minutes",
    talk: "The middle",
    close: "The last eight minutes",
  },
  four: "The first four sessions",
  home: "Home",
} as const;

/** *Who could still read it?* */
export const readText = {
  title: "Who could still read it?",
  lead: "What two people write in their room is sealed on their devices. Here is what that does, and what it cannot do.",
  link: "what Oakroom can see, in two tables",
} as const;
