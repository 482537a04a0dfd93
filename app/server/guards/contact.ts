/** Proofs about contacts for concerns: that the caller was asked to be one, and that something was shown to them. */
import type { AccountId, LetterId, ProgrammeId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import type { Guard } from "./guard.ts";

/** Somebody who was asked to be a contact for concerns of a programme. */
export interface ContactRow {
  readonly programme_id: ProgrammeId;
  readonly account_id: AccountId;
  /** `addressKey` of the address by which the programme's settings name them; without it they are named no longer. */
  readonly named_key: string;
  readonly invited_at: Instant;
  /** Empty until they said that they are ready. */
  readonly accepted_at: Instant | null;
  /** When they stepped down. */
  readonly left_at: Instant | null;
}

/** What somebody shows to a contact. The server can open none of it. */
export interface DisclosureRow {
  readonly programme_id: ProgrammeId;
  readonly id: LetterId;
  readonly sender_id: AccountId;
  readonly contact_id: AccountId;
  readonly sealed: Uint8Array;
  readonly sent_at: Instant;
  readonly taken_up_at: Instant | null;
}

declare module "../database/tables.ts" {
  interface Tables {
    contact: ContactRow;
    disclosure: DisclosureRow;
  }
}

class ProvenContact {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "contact-of-programme";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;

  constructor(accountId: AccountId, programmeId: ProgrammeId) {
    this.accountId = accountId;
    this.programmeId = programmeId;
  }
}

/** Somebody who was asked to be a contact of this programme. Only the guard `contactOfProgramme` makes one. */
export type ContactOf = ProvenContact;

/** Lets whoever was asked to be a contact of the programme in the path go on. */
export const contactOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, ContactOf> = {
  name: "contactOfProgramme",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("contact")
      .select("account_id")
      .where("programme_id", "=", params.programmeId)
      .where("account_id", "=", caller.accountId)
      .executeTakeFirst();
    return row ? new ProvenContact(caller.accountId, params.programmeId) : "not-found";
  },
};

class ProvenAddressee {
  declare protected readonly proven: "addressee-of-disclosure";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  readonly disclosureId: LetterId;
  readonly senderId: AccountId;

  constructor(row: Pick<DisclosureRow, "id" | "programme_id" | "sender_id" | "contact_id">) {
    this.accountId = row.contact_id;
    this.programmeId = row.programme_id;
    this.disclosureId = row.id;
    this.senderId = row.sender_id;
  }
}

/** The contact to whom the disclosure in the path is addressed. Only the guard `addresseeOfDisclosure` makes one. */
export type AddresseeOf = ProvenAddressee;

/** Lets the one go on to whom something was shown, also after they stepped down. Nobody else, and no manager. */
export const addresseeOfDisclosure: Guard<{ readonly disclosureId: LetterId }, AddresseeOf> = {
  name: "addresseeOfDisclosure",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("disclosure")
      .select(["id", "programme_id", "sender_id", "contact_id"])
      .where("id", "=", params.disclosureId)
      .where("contact_id", "=", caller.accountId)
      .executeTakeFirst();
    return row ? new ProvenAddressee(row) : "not-found";
  },
};

class ProvenReader {
  declare protected readonly proven: "reader-of-person";
  readonly accountId: AccountId;
  /** Somebody of the programme in which something was shown. */
  readonly personId: AccountId;

  constructor(accountId: AccountId, personId: AccountId) {
    this.accountId = accountId;
    this.personId = personId;
  }
}

/** A contact who holds something, together with somebody of that programme. Only the guard `addresseeWithPerson` makes one. */
export type AddresseeWithPerson = ProvenReader;

/** Lets the addressee go on where the person in the path is, or was, in the programme in which it was shown. */
export const addresseeWithPerson: Guard<
  { readonly disclosureId: LetterId; readonly accountId: AccountId },
  AddresseeWithPerson
> = {
  name: "addresseeWithPerson",
  async prove(asked) {
    const addressee = await addresseeOfDisclosure.prove(asked);
    if (typeof addressee === "string") return addressee;
    const row = await asked.read
      .selectFrom("participant")
      .select("account_id")
      .where("programme_id", "=", addressee.programmeId)
      .where("account_id", "=", asked.params.accountId)
      .executeTakeFirst();
    return row ? new ProvenReader(addressee.accountId, asked.params.accountId) : "not-found";
  },
};
