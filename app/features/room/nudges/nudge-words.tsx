import type { Block } from "../../../../content/blocks.ts";
import { Guidance, type GuidanceValues } from "../../../web/ui/guidance.tsx";

/** Props of `NudgeWords`. */
export interface NudgeWordsProps<Value extends string> {
  readonly block: Block<Value>;
  readonly values?: GuidanceValues<Value>;
}

/** The words of a nudge. What stands in brackets there are its buttons, and those are drawn as such. */
export function NudgeWords<Value extends string>({ block, values }: NudgeWordsProps<Value>) {
  const pieces = block.pieces.map((piece) =>
    piece.kind === "paragraph"
      ? {
          ...piece,
          words: piece.words.map((word) => (typeof word === "string" ? word.replaceAll(/\s*\([^)]*\)/g, "") : word)),
        }
      : piece,
  );
  return <Guidance block={{ ...block, pieces }} {...(values && { values })} />;
}
