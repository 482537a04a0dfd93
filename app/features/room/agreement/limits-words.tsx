import { confExceptions, confStatement } from "../../../../content/en/confidentiality.generated.ts";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { formatDate } from "../../../web/client/format.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { agreedLimits, type PartContents, variantIds } from "./rules.ts";
import { unsignedStatement, variantBlock } from "./signing/text.ts";
import { agreementText as text } from "./text.ts";

/** The limits as the programme words them today; the company's where this program does not know the variant. */
export function limitsToday({ relationship }: RoomInHand): PartContents["limits"] {
  const variant = variantIds.find((id) => id === relationship.confidentialityVariant) ?? "company";
  return { edition: "1", variant, wording: relationship.confidentialityWording };
}

/** The statement with its exceptions block, always together (P10), the programme's wording, and whom to ask. What both agreed to stays in view when the programme changes its words. */
export function LimitsWords({ room }: { readonly room: RoomInHand }) {
  const { agreement } = room.view.state;
  const [mine, theirs] = [agreement.talked[room.me], agreement.talked[room.other]];
  // "Agreed by" is said of both, so it waits for both; days compare as text.
  const day = mine && theirs ? (mine > theirs ? mine : theirs) : undefined;
  const body = day === undefined ? unsignedStatement : confStatement;
  const { variant, wording } = agreedLimits(agreement) ?? limitsToday(room);
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
        <Guidance block={variantBlock(variant)} />
        {wording !== "" && <Words>{wording}</Words>}
      </section>
      {room.relationship.contacts.length > 0 && (
        <Disclosure summary={text.contacts}>
          {room.relationship.contacts.map(({ name, email }) => (
            <p key={email} class="small">
              {name} <a href={`mailto:${email}`}>{email}</a>
            </p>
          ))}
        </Disclosure>
      )}
    </div>
  );
}
