/** The sentences of the set-up. */
import type { RefusalOf } from "../../../../values/operation.ts";
import { refusalText as programmeRefusalText } from "../text.ts";
import type { SetUp } from "./schema.ts";

/** The pages of the set-up, one question each. */
export const text = {
  progress: (at: number, of: number) => `Question ${at} of ${of}`,
  checking: "Looking at the link",
  brokenTitle: "This link does not work",
  broken:
    "It has been used, or the server has printed a newer one since. Look at the last lines that the server printed, or start it once more.",
  againTitle: "Open the set-up link once more",
  again:
    "It is among the last lines that the server printed. This page keeps the link in no address and no history, so loading it again needs the link; it works until Oakroom is set up. Whoever gave you the link can give it again.",
  kept: "What you typed is kept in this tab: open the link here once more.",
  signIn: "Sign in",
  you: {
    title: "Set up Oakroom",
    lead: "First: who are you? You become the manager of the first programme. Then come five questions.",
    name: "Your name",
    nameWrong: "Write your name, at most 120 characters",
    email: "Your e-mail address",
    emailHint: "You sign in with it: each time you get a link by mail. There is no password.",
    emailWrong: "Write an address such as maria@example.org",
  },
  organisation: {
    title: "Your organisation",
    label: "What is it called?",
    hint: "It stands on invitations",
    wrong: "Write a name of at most 120 characters",
  },
  programme: { title: "Your programme" },
  adults: {
    title: "Is everyone of age?",
    lead: "Oakroom is for adults. Two people meet in a room whose keys they alone hold; for young people that is the wrong tool, since staff must be able to see the contact.",
    label: "Everyone who takes part in this programme is of age",
    wrong: "Tick this once it is true. For young people, please use something that staff can see.",
  },
  place: { title: "Limits of what people can promise" },
  contacts: { title: "Whom can people tell of a concern?" },
  next: "Continue",
  back: "Back",
  finish: "Set up Oakroom",
} as const;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof SetUp>, string>> = {
  ...programmeRefusalText,
  "no-longer-valid": text.broken,
  "address-not-confirmed": "Your address is not confirmed yet: continue, and type the code of the mail.",
};
