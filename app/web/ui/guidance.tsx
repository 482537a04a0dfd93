import type { ComponentChildren } from "preact";
import type { Block, Inline } from "../../../content/blocks.ts";
import "./guidance.css";

/* oxlint-disable react/no-array-index-key -- the pieces of a block never change their order */

/** What is put into the places of a block: texts or links, by the names written in it. */
export type GuidanceValues<Value extends string> = Readonly<Partial<Record<Value, ComponentChildren>>>;

/** Props of `Guidance`. */
export interface GuidanceProps<Value extends string> {
  readonly block: Block<Value>;
  readonly values?: GuidanceValues<Value>;
  /** words: in the serif, for what two people read to each other. large: its first paragraph greater still, the rest beside it. */
  readonly size?: "text" | "words" | "large";
}

/** A text of `content/`, as paragraphs and lists. A place without a value shows its own name. */
export function Guidance<Value extends string>({ block, values, size = "text" }: GuidanceProps<Value>) {
  return (
    <div class="guidance" data-size={size}>
      {block.pieces.map((piece, at) => {
        if (piece.kind === "paragraph") return <p key={at}>{inline(piece.words, values)}</p>;
        const items = piece.items.map((item, row) => <li key={row}>{inline(item, values)}</li>);
        return piece.ordered ? <ol key={at}>{items}</ol> : <ul key={at}>{items}</ul>;
      })}
    </div>
  );
}

function inline<Value extends string>(
  words: ReadonlyArray<Inline<Value>>,
  values: GuidanceValues<Value> | undefined,
): ComponentChildren {
  return words.map((word, at) => {
    if (typeof word === "string") return word;
    if ("bold" in word) return <strong key={at}>{inline(word.bold, values)}</strong>;
    return <span key={at}>{values?.[word.value] ?? word.value}</span>;
  });
}
