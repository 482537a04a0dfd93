/** The mails that follow from open dates. The words are those of the nudges; no mail tells how often anything was missed. */
import { nudgeEnding, nudgeGap, nudgeReview } from "../../../../content/en/nudges.generated.ts";
import { type Block, plainText } from "../../../../content/blocks.ts";

/** A mail's subject and words. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

const wordsOf = (block: Block) => plainText(block).replaceAll(/\s*\([^)]*\)/g, "");

const letter = (name: string, words: string, link: string) => `Hello ${name},

${words}
${link}
`;

/** After a gap of twice the rhythm (nudge.gap). */
export function gapMail(name: string, otherName: string, link: string): MailWords {
  return {
    subject: `You and ${otherName}`,
    text: letter(
      name,
      `${wordsOf(nudgeGap)}\n\nA tap on “we’re fine” is an answer too. Without any, your programme may read after a while that you two may like a word, and nothing else.`,
      link,
    ),
  };
}

/** After session three, and then every eight weeks (nudge.review). */
export function reviewMail(name: string, otherName: string, link: string): MailWords {
  return { subject: `How you and ${otherName} work together`, text: letter(name, wordsOf(nudgeReview), link) };
}

/** Four weeks before the end date (nudge.ending). */
export function endingMail(name: string, otherName: string, link: string): MailWords {
  return { subject: `Four weeks left with ${otherName}`, text: letter(name, wordsOf(nudgeEnding), link) };
}
