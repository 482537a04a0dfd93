/** The text that both sign: no screen, so that every device makes it, in a browser or not. */
import { plainText } from "../../../../../content/blocks.ts";
import { confExceptions, confStatement, confWorkplace } from "../../../../../content/en/confidentiality.generated.ts";
import { type PartContents, type PartWording, type VariantId, variantIds } from "../rules.ts";
import { agreementText, partText, wordsOf } from "../text.ts";

/** The statement without its last line, which says who agreed to it and when. */
export const unsignedStatement = { ...confStatement, pieces: confStatement.pieces.slice(0, -1) };

/** The exceptions of a kind of organisation, as a paragraph. */
export function variantBlock(variant: VariantId) {
  const at = variantIds.indexOf(variant);
  return {
    ...confWorkplace,
    pieces: confWorkplace.pieces.flatMap((piece) =>
      piece.kind === "list"
        ? piece.items.slice(at, at + 1).map((words) => ({ kind: "paragraph" as const, words }))
        : [],
    ),
  };
}

/** The limits in full: the fixed core, which nobody can leave out, then the programme's variant and its own words. */
export function limitsWords({ variant, wording }: PartContents["limits"]): string {
  const core = [plainText(unsignedStatement), plainText(confExceptions)];
  const programme = [agreementText.programmeWords, plainText(variantBlock(variant)), wording];
  return [...core, ...programme].filter((words) => words !== "").join("\n\n");
}

/** The text that both sign: equal on both sides to the byte, since it follows from the accepted parts and this program alone. */
export function textToSign(parts: ReadonlyArray<PartWording>): string {
  return parts
    .map((wording) => {
      const words = wording.part === "limits" ? [limitsWords(wording.content)] : wordsOf(wording);
      return [`## ${partText[wording.part].title}`, ...words].join("\n\n");
    })
    .join("\n\n");
}
