import type { Sentence, Why } from "./text.ts";

/* oxlint-disable react/no-array-index-key -- the pieces of a sentence never change their order */

/** One sentence, with the words that somebody wrote set apart. */
export function SentenceOf({ sentence }: { readonly sentence: Sentence }) {
  return (
    <>
      {sentence.map((piece, at) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <q key={at} dir="auto">
            {piece.quote}
          </q>
        ),
      )}
    </>
  );
}

/** Why two people may suit each other: sentences, then the rules that were met in small letters. */
export function WhyTheseTwo({ why }: { readonly why: Why }) {
  return (
    <>
      {why.sentences.map((sentence, at) => (
        <span key={at}>
          <SentenceOf sentence={sentence} />{" "}
        </span>
      ))}
      {why.rules !== "" && <small>{why.rules}</small>}
    </>
  );
}
