import type { Roles } from "../../../../values/role.ts";
import { text } from "./text.ts";

/** Props of `PreparationOffer`. */
export interface PreparationOfferProps {
  readonly programmeId: string;
  readonly roles: Roles;
}

/** The way to what can be read before the first meeting, and to the look at oneself. An offer: nothing is kept of whether it was taken. */
export function PreparationOffer({ programmeId, roles }: PreparationOfferProps) {
  const role = roles.includes("mentor") ? "mentor" : "mentee";
  return (
    <section class="stack stack-small">
      <h2>{text.offer}</h2>
      <ul class="rows">
        <li>
          <a href={`/prepare/${programmeId}`}>{text.offerRead[role]}</a>
        </li>
        <li>
          <a href={`/prepare/${programmeId}/check`}>{text.check[role]}</a>
        </li>
      </ul>
    </section>
  );
}

/** The way to the look at oneself, for a card. */
export function CheckLink({ programmeId, roles }: PreparationOfferProps) {
  return <a href={`/prepare/${programmeId}/check`}>{text.checkName[roles.includes("mentor") ? "mentor" : "mentee"]}</a>;
}

/** The same way as one line, for a card. */
export function PreparationLink({ programmeId, roles }: PreparationOfferProps) {
  return <a href={`/prepare/${programmeId}`}>{text.offerRead[roles.includes("mentor") ? "mentor" : "mentee"]}</a>;
}
