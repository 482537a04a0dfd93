/** What became of something that was shown: the contact's answers, opened here. Who the contact is, one's own log says, not the server. */
import type { LetterId } from "../../../values/id.ts";
import type { LetterVault } from "../../../vault/letters.ts";
import type { SentDisclosure } from "../../programme/disclosures/schema.ts";
import type { ShownOnce } from "./rules.ts";
import { AnswerLetter, readLetterText } from "./schema.ts";

/** An answer, opened; `letter` is missing where it does not open, is not the contact's, or answers something else. */
export interface AnswerRead {
  readonly id: LetterId;
  readonly at: number;
  readonly letter: AnswerLetter | undefined;
}

/** What became of one letter. */
export interface Fate {
  readonly isTaken: boolean;
  readonly answers: ReadonlyArray<AnswerRead>;
}

/** Opens the answers that the server has to something that was shown. */
export async function fateOf(
  vault: Pick<LetterVault, "meetPerson" | "openLetter">,
  { letter, contact }: Pick<ShownOnce, "letter" | "contact">,
  { bundles, takenUpAt, answers }: Pick<SentDisclosure, "bundles" | "takenUpAt" | "answers">,
): Promise<Fate> {
  // Other keys than those that are known are not taken here; what was signed with the known ones still opens.
  if (answers.length > 0) await vault.meetPerson(contact, bundles);
  const read = answers.map(async ({ answerId, sealed, sentAt }): Promise<AnswerRead> => {
    const opened = await vault.openLetter({ letter: answerId, from: contact, sealed });
    const isTheirs = typeof opened === "object" && opened.result === "authentic";
    const answer = isTheirs ? readLetterText(AnswerLetter, opened.text) : undefined;
    return { id: answerId, at: sentAt, letter: answer?.about === letter ? answer : undefined };
  });
  return { isTaken: takenUpAt !== null, answers: await Promise.all(read) };
}
