/** Contacts for concerns: naming is in the programme's settings; here they are asked, say that they are ready, and step down. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";
import { contactStates } from "./rules.ts";

const params = z.strictObject({ programmeId: ProgrammeId });

/** A contact as managers see them. */
export const ManagedContact = z.object({
  name: z.string(),
  email: z.string(),
  state: z.enum(contactStates),
  /** Six words, to be compared by phone; empty until there are keys. */
  fingerprint: z.string(),
});
/** A contact as managers see them. */
export type ManagedContact = z.infer<typeof ManagedContact>;

/** The contacts whom the settings name, for managers. */
export const ReadContacts = operation({
  id: "readContacts",
  method: "GET",
  path: "/programmes/:programmeId/contacts",
  summary: "The contacts for concerns of a programme: where they stand, and the fingerprints of their keys",
  params,
  answer: z.object({
    programmeName: z.string(),
    contacts: z.array(ManagedContact),
    /** How many people none of them can be offered to. */
    withoutContact: z.int(),
  }),
});

/** Asks by mail whoever is named and not ready. The same id again sends nothing more. */
export const AskContacts = operation({
  id: "askContacts",
  method: "POST",
  path: "/programmes/:programmeId/contacts/ask",
  summary: "Ask the named contacts for concerns by mail to make their keys",
  params,
  body: z.strictObject({ requestId: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
  answer: z.object({ asked: z.int() }),
});

/** A contact says that they are ready, or steps down; each may be taken back by the other. */
export const ChangeContact = operation({
  id: "changeContact",
  method: "POST",
  path: "/programmes/:programmeId/contact",
  summary: "Be a contact for concerns, or step down",
  params,
  body: z.strictObject({ act: z.enum(["be-ready", "step-down"]) }),
  refusals: ["no-keys", "named-no-longer"],
});
