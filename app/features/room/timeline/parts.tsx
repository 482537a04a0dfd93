import { Words } from "../../../web/ui/card.tsx";

/** One part of what somebody wrote, below its small heading. */
export type WordsPart = readonly [heading: string, words: string];

/** Words in parts, each below its small heading: a story, a mistake owned. Parts without words are left out. */
export function Parts({ parts }: { readonly parts: ReadonlyArray<WordsPart> }) {
  return (
    <div class="stack stack-small">
      {parts
        .filter(([, words]) => words !== "")
        .map(([heading, words]) => (
          <div key={heading}>
            <p class="muted small">{heading}</p>
            <Words>{words}</Words>
          </div>
        ))}
    </div>
  );
}
