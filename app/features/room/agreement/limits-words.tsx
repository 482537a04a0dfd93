import { plainText } from "../../../../content/blocks.ts";
import { confExceptions, confStatement, confWorkplace } from "../../../../content/en/confidentiality.generated.ts";
import { Words } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { formatDate } from "../../../web/client/format.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { variantIds, type VariantId } from "./rules.ts";
import { agreementText as text } from "./text.ts";

/** The programme's own wording for a variant, as a paragraph. */
function variantBlock(variant: VariantId) {
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

/** The words of the statement with its exceptions, for the text that both sign. */
export function limitsWords(variant: VariantId): string {
  return [
    plainText({ ...confStatement, pieces: confStatement.pieces.slice(0, -1) }),
    plainText(confExceptions),
    plainText(variantBlock(variant)),
  ].join("\n\n");
}

/** The variant that a programme chose; the company's where this program does not know it. */
export function variantOf(room: RoomInHand): VariantId {
  return variantIds.find((id) => id === room.relationship.confidentialityVariant) ?? "company";
}

/** The statement with its exceptions block, always together (P10), the programme's wording, and whom to ask. */
export function LimitsWords({ room }: { readonly room: RoomInHand }) {
  const { agreement } = room.view.state;
  const [mine, theirs] = [agreement.talked[room.me], agreement.talked[room.other]];
  // "Agreed by" is said of both, so it waits for both; days compare as text.
  const day = mine && theirs ? (mine > theirs ? mine : theirs) : undefined;
  const body = day === undefined ? { ...confStatement, pieces: confStatement.pieces.slice(0, -1) } : confStatement;
  return (
    <div class="stack">
      <Guidance
        block={body}
        values={day === undefined ? {} : { "name one": "you", "name two": room.name, date: formatDate(day) }}
        size="words"
      />
      <Guidance block={confExceptions} size="words" />
      <section class="stack stack-small">
        <h3>{text.programmeWords}</h3>
        <Guidance block={variantBlock(variantOf(room))} />
        {room.relationship.confidentialityWording !== "" && <Words>{room.relationship.confidentialityWording}</Words>}
      </section>
      {room.relationship.contacts.length > 0 && (
        <p class="muted small">{`${text.contacts}: ${room.relationship.contacts.map(({ name, email }) => `${name} (${email})`).join(", ")}`}</p>
      )}
    </div>
  );
}
