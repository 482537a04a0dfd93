import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import type { AgreementSigned, LimitsTalked, PartAccepted, PartDropped, PartProposed } from "./rules.ts";
import { agreementLineText as text } from "./said/text.ts";

/** The agreement on the timeline. */
export const agreementLines = [
  lineOf<LimitsTalked>("agreement.talked", () => quiet(text.talked)),
  lineOf<PartProposed>("agreement.proposed", () => quiet(text.proposed)),
  lineOf<PartAccepted>("agreement.accepted", () => quiet(text.accepted)),
  lineOf<PartDropped>("agreement.dropped", () => quiet(text.dropped)),
  lineOf<AgreementSigned>("agreement.signed", () => quiet(text.signed)),
  unshown("agreement.duties", text.duties),
  unshown("agreement.kept", text.kept),
  unshown("agreement.preferred", text.preferred),
];
