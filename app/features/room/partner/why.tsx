import { powerCard } from "../../../../content/en/mentor.generated.ts";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { standsAbove } from "../../programme/matching/reasons/rules.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { text } from "./text.ts";

/** Props of `WhyHere` and `PowerOffer`. */
export interface OfPairProps {
  readonly relationship: Relationship;
}

/** The sentence "Why I am here" of the other (P65), and that the two had wished for each other; nothing where there is neither. */
export function WhyHere({ relationship: { partner, namedEachOther = false } }: OfPairProps) {
  if (partner.whyIAmHere === "") return namedEachOther ? <p>{text.namedEachOther}</p> : null;
  return (
    <section class="stack stack-small">
      <h2>{text.why(partner.name)}</h2>
      <Words>{partner.whyIAmHere}</Words>
      {namedEachOther && <p class="muted">{text.namedEachOther}</p>}
    </section>
  );
}

/** The card on power, for whoever stands above the other (P92); nothing for everyone else, and where nobody knows. */
export function PowerOffer({ relationship: { reasons, myRole } }: OfPairProps) {
  if (!standsAbove(reasons, myRole)) return null;
  return (
    <Disclosure summary={text.above}>
      <Guidance block={powerCard} />
    </Disclosure>
  );
}
