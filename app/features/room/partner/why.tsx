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

/** The sentence "Why I am here" of the other (P65); nothing where they wrote none. */
export function WhyHere({ relationship: { partner } }: OfPairProps) {
  if (partner.whyIAmHere === "") return null;
  return (
    <section class="stack stack-small">
      <h2>{text.why(partner.name)}</h2>
      <Words>{partner.whyIAmHere}</Words>
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
