/** Sealed: what stands in one's own log about showing, and what lies in the letters. */
import * as z from "zod/mini";
import { AccountId, LetterId, LogId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestAnswer, longestWords, tellings } from "./rules.ts";

const tell = z.enum(tellings);
const onlyIfNamedAgain = z.boolean();

/** Something was shown. */
export const Shown = defineEvent(
  "showing.shown",
  1,
  z.strictObject({
    letter: LetterId,
    roomId: LogId,
    contact: AccountId,
    name: z.string(),
    items: z.array(z.string()),
    tell,
    onlyIfNamedAgain,
  }),
);
/** The other was told. */
export const Told = defineEvent("showing.told", 1, z.strictObject({ letter: LetterId }));
/** A contact answered. */
export const Answered = defineEvent(
  "showing.answered",
  1,
  z.strictObject({ letter: LetterId, text: plainText(longestAnswer), mayTell: z.boolean() }),
);

/** Whoever showed something read what was answered, on one of their devices. */
export const AnswersRead = defineEvent(
  "showing.answers-read",
  1,
  z.strictObject({ answers: z.array(LetterId).check(z.minLength(1)) }),
);

/** Every event of showing, all in one's own log. */
export const ownShowingEvents = [Shown, Told, Answered, AnswersRead] as const;

/** What goes to a contact, beside the proofs. No reason is asked for; the words may be empty. */
export const ShownLetter = z.strictObject({
  roomId: LogId,
  tell,
  onlyIfNamedAgain,
  text: plainText(longestWords),
});
/** What goes to a contact, beside the proofs. */
export type ShownLetter = z.infer<typeof ShownLetter>;

/** What a contact answers, and to which letter: a server that gives it out under another one is found out. */
export const AnswerLetter = z.strictObject({ about: LetterId, text: plainText(longestAnswer), mayTell: z.boolean() });
/** What a contact answers. */
export type AnswerLetter = z.infer<typeof AnswerLetter>;

/** Reads what lay in a letter; `undefined` where it is none of this kind. */
export function readLetterText<Letter>(kind: z.core.$ZodType<Letter>, text: string): Letter | undefined {
  try {
    return z.safeParse(kind, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
