import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import {
  AgreementSigned,
  DutiesNamed,
  LimitsTalked,
  PartAccepted,
  PartKept,
  PartPreferred,
  PartProposed,
} from "./schema.ts";
import { agreementLineText as text } from "./text.ts";

/** The agreement on the timeline. */
export const agreementLines = [
  lineOf(LimitsTalked, () => quiet(text.talked)),
  lineOf(PartProposed, () => quiet(text.proposed)),
  lineOf(PartAccepted, () => quiet(text.accepted)),
  lineOf(AgreementSigned, () => quiet(text.signed)),
  unshown(DutiesNamed, text.duties),
  unshown(PartKept, text.kept),
  unshown(PartPreferred, text.preferred),
];
