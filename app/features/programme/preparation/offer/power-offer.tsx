import { powerCard } from "../../../../../content/en/mentor.generated.ts";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { text } from "./text.ts";

/** The card on power, for whoever stands above somebody who is suggested to them (P92). */
export function PowerOffer() {
  return (
    <Disclosure summary={text.above}>
      <Guidance block={powerCard} />
    </Disclosure>
  );
}
