/**
 * How a person's rows go when they erase their account: every table of the database, in the order in which rows can go.
 * A table without an entry fails `going.db.test.ts`. To add one, write what its columns name, and in
 * `taking/rules.ts` what of it is told.
 */

/** Whose id a column holds. */
export type Named = "account" | "participant" | "pair" | "disclosure" | "address";

/** How a person's rows of one table go. */
export type Going =
  /** Rows in which one of these columns names them, or what is theirs, are deleted. */
  | {
      readonly rows: ReadonlyArray<readonly [column: string, named: Named]>;
      /** Columns of the rows that stay, in which they are named no more. */
      readonly nameless?: ReadonlyArray<string>;
    }
  /** The row stays and names nobody any more. */
  | { readonly nameless: ReadonlyArray<string> }
  /** Rows with their address, under any of its keys. */
  | { readonly address: string }
  /** Written out in a store, for the reason given. */
  | { readonly byHand: string }
  /** Holds nothing about a person. */
  | { readonly nobody: string };

const of = (named: Named, ...columns: ReadonlyArray<string>): Going => ({
  rows: columns.map((column) => [column, named]),
});
const ofAccount = of("account", "account_id");
const ofTwo = ["mentee_id", "mentor_id"] as const;
const sealed = "room/log/leaving: one's own log goes, and a room once nobody keeps it";

/** Every table, children before what they belong to. */
export const going: Readonly<Record<string, Going>> = {
  disclosure_answer: of("disclosure", "disclosure_id"),
  disclosure: of("account", "sender_id", "contact_id"),
  ask: { rows: [["account_id", "account"]], nameless: ["taken_by"] },
  contact: ofAccount,
  pairing: ofAccount,
  passkey_challenge: ofAccount,
  passkey: ofAccount,
  device: ofAccount,
  calendar_feed: ofAccount,
  mail_settings: ofAccount,
  wake_up: ofAccount,
  private_address: ofAccount,
  address_change: ofAccount,
  address_left: ofAccount,
  disowned_keys: ofAccount,
  key_slot: ofAccount,
  log_behind: ofAccount,
  profile_look: {
    rows: [
      ["account_id", "account"],
      ["participant_id", "participant"],
    ],
  },
  change_about: of("participant", "participant_id"),
  manager_change: { nameless: ["account_id", "co_manager_id"] },
  manager_invitation: { address: "email_key" },
  programme_manager: ofAccount,
  people_import: { nameless: ["account_id"] },
  sign_in_request: { address: "email_key" },
  sign_in: ofAccount,
  known_pair: of("participant", ...ofTwo),
  proposal: of("participant", ...ofTwo),
  not_again: of("participant", ...ofTwo),
  wish: {
    rows: [
      ["participant_id", "participant"],
      ["who_id", "participant"],
      ["address_key", "address"],
    ],
  },
  leaving: of("participant", "participant_id"),
  invitation: of("participant", "participant_id"),
  profile: of("participant", "participant_id"),
  gap: of("pair", "relationship_id"),
  held_day: of("pair", "relationship_id"),
  cadence: of("pair", "relationship_id"),

  relationship: { byHand: "stays, with random ids alone, while the other person keeps the room" },
  participant: { byHand: "stays without name, address or facts where a pair names it; every other one goes" },
  match_draft: { byHand: "passes to another manager; ids of participants in it become others, which name nobody" },
  job: { byHand: "whatever names them or their address is taken back" },
  account: { byHand: "goes, or stays empty while records of a kept room name its random id" },
  former_wrap: { byHand: sealed },
  former_slot: { byHand: sealed },
  former_bundle: { byHand: sealed },
  former_keys: { byHand: sealed },
  key_bundle: { byHand: sealed },
  key_holder: { byHand: sealed },
  log: { byHand: sealed },
  log_entry: { byHand: sealed },
  log_epoch: { byHand: sealed },
  log_gone: { byHand: sealed },
  log_member: { byHand: sealed },
  log_wrap: { byHand: sealed },

  matching_criteria: { nobody: "by which rules and points a programme matches" },
  launch_point: { nobody: "a step of the programme" },
  meta: { nobody: "facts about the database" },
  reminder: { nobody: "when a programme reminded its people" },
  organisation: { nobody: "the organisation's name" },
  programme: { nobody: "a programme's settings; whoever is named there as a contact is replaced first" },
  throttle: { nobody: "keys are hashes, and are forgotten within a day" },
};
