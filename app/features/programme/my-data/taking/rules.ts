/**
 * What of each table stands in the file that somebody takes along: every table of the database, with the columns that are told, and a reason
 * for each that is not. A table or column without a word about it fails `taking.db.test.ts`.
 */
import type { Named } from "../going/rules.ts";

/** What of one table is told. */
export type Taking =
  | {
      /** Which rows are theirs: those in which one of these columns names them, or what is theirs. */
      readonly rows: ReadonlyArray<readonly [column: string, named: Named]>;
      readonly columns: ReadonlyArray<string>;
      /** Columns that hold JSON, to be told as what they are. */
      readonly lists?: ReadonlyArray<string>;
      /** Why other columns that are about them are not told. */
      readonly without?: Readonly<Record<string, string>>;
    }
  /** Told by another part of the file, in words made for people. */
  | { readonly part: "pairs" | "suggestions" | "changes" | "looks" }
  /** Why nothing of it is told. */
  | { readonly not: string };

const account = [["account_id", "account"]] as const;
const participant = [["participant_id", "participant"]] as const;
const pair = [["relationship_id", "pair"]] as const;
const ofTwo = (what: "participant" | "account") => {
  const end = what === "account" ? "_account_id" : "_id";
  return [
    [`mentee${end}`, what],
    [`mentor${end}`, what],
  ] as const;
};

const sealed = "sealed: it opens on your own devices, and your keepsake of a room holds what is in it";
const lockedKeys = "a locked key: it opens nothing without your secrets, which the server does not have";
const hash = "the hash of something that you alone were given";
const nobody = "holds nothing about a person";

/** What the keys and devices leave in the open. */
const keys: Readonly<Record<string, Taking>> = {
  device: { rows: account, columns: ["device_id", "seen_on"] },
  passkey: {
    rows: account,
    columns: ["id", "created_at"],
    without: {
      credential: lockedKeys,
      public_key: lockedKeys,
      counter: "how often the passkey itself says it was used",
    },
  },
  key_holder: {
    rows: account,
    columns: ["enrolled_at"],
    without: { bundle_version: lockedKeys, iek_version: lockedKeys, ring_version: lockedKeys, ring: lockedKeys },
  },
  key_slot: { rows: account, columns: ["kind", "arrived_at"], without: { bytes: lockedKeys } },
  key_bundle: { rows: account, columns: ["version", "arrived_at"], without: { bytes: lockedKeys } },
  former_keys: {
    rows: account,
    columns: ["enrolled_at", "lost_at"],
    without: { bundle_version: lockedKeys, iek_version: lockedKeys, ring_version: lockedKeys, ring: lockedKeys },
  },
  former_bundle: { rows: account, columns: ["version", "arrived_at"], without: { bytes: lockedKeys } },
  former_slot: { rows: account, columns: ["kind", "arrived_at"], without: { bytes: lockedKeys } },
  former_wrap: { not: lockedKeys },
  disowned_keys: {
    rows: account,
    columns: ["disowned_at"],
    without: { isk_hash: lockedKeys, change: lockedKeys },
  },
  pairing: { not: "lies there for ten minutes while a device is added" },
  passkey_challenge: { not: "lies there for minutes while a passkey is used" },
  log: { not: sealed },
  log_entry: { not: sealed },
  log_epoch: { not: sealed },
  log_gone: { not: sealed },
  log_wrap: { not: lockedKeys },
  log_behind: { not: "which of your devices a restored server waits for" },
  log_member: { rows: account, columns: ["log_id"] },
};

/** How somebody comes in. */
const comingIn: Readonly<Record<string, Taking>> = {
  account: {
    rows: [["id", "account"]],
    columns: ["email", "name", "created_at"],
    without: { email_key: "the address once more" },
  },
  private_address: { rows: account, columns: ["email", "since"], without: { email_key: "the address once more" } },
  address_change: {
    rows: account,
    columns: ["place", "email", "created_at", "expires_at", "used_at", "wrong_tries"],
    without: { email_key: "the address once more" },
  },
  address_left: {
    rows: account,
    columns: ["place", "email", "expires_at"],
    without: { email_key: "the address once more" },
  },
  sign_in: { rows: account, columns: ["created_at", "expires_at", "revoked_at"], without: { token_hash: hash } },
  sign_in_request: {
    rows: [["email_key", "address"]],
    columns: ["created_at", "expires_at", "used_at", "wrong_tries"],
    without: { email_key: "the address once more", link_hash: hash, code_hash: hash, binding_hash: hash },
  },
  throttle: { not: "keys are hashes, and are forgotten within a day" },
};

/** Whom somebody meets. */
const meeting: Readonly<Record<string, Taking>> = {
  proposal: {
    rows: ofTwo("account"),
    columns: ["programme_id", "id", "state", "asked_at", "closes_at", "reasons"],
    lists: ["reasons"],
    without: {
      mentee_id: "who it is stands under suggestions while it is open",
      mentor_id: "who it is stands under suggestions while it is open",
      mentee_account_id: "who it is stands under suggestions while it is open",
      mentor_account_id: "who it is stands under suggestions while it is open",
      mentee_answer: "an answer is read back to nobody, so that nobody can be made to show it",
      mentor_answer: "an answer is read back to nobody, so that nobody can be made to show it",
    },
  },
  relationship: {
    rows: ofTwo("account"),
    columns: [
      "programme_id",
      "id",
      "state",
      "mentee_paused",
      "mentor_paused",
      "started_at",
      "ended_on",
      "reasons",
      "named_each_other",
    ],
    lists: ["reasons"],
    without: {
      mentee_id: "who it is stands under pairs",
      mentor_id: "who it is stands under pairs",
      mentee_account_id: "who it is stands under pairs",
      mentor_account_id: "who it is stands under pairs",
    },
  },
  cadence: {
    rows: pair,
    columns: [
      "relationship_id",
      "rhythm_days",
      "agreement_agreed",
      "next_starts_at",
      "next_length_minutes",
      "next_time_zone",
      "next_set_at",
    ],
  },
  held_day: { rows: pair, columns: ["relationship_id", "day"] },
  gap: { rows: pair, columns: ["relationship_id", "counted_from", "mentee_fine_on", "mentor_fine_on"] },
  known_pair: {
    rows: ofTwo("participant"),
    columns: ["programme_id", "named_at"],
    without: {
      mentee_id: "you read who it is when both are asked",
      mentor_id: "you read who it is when both are asked",
    },
  },
  wish: {
    rows: participant,
    columns: ["programme_id", "kind", "place", "address"],
    without: { address_key: "the address once more", who_id: "it would tell who is in the programme" },
  },
  not_again: { not: "read by the matching alone, so that nobody learns who said no" },
  match_draft: { not: "a manager's draft, of which nobody was told" },
  disclosure: {
    rows: [["sender_id", "account"]],
    columns: ["programme_id", "id", "contact_id", "sent_at", "taken_up_at"],
    without: { sender_id: "it is you", sealed: "sealed to the contact; your own notes hold what you showed" },
  },
  disclosure_answer: { not: "sealed to you; it opens under Showing to a contact" },
};

/** Every table. */
export const taking: Readonly<Record<string, Taking>> = {
  ...comingIn,
  ...keys,
  ...meeting,
  participant: {
    rows: account,
    columns: [
      "programme_id",
      "id",
      "email",
      "name",
      "call_name",
      "roles",
      "team",
      "site",
      "level",
      "manager_email",
      "invited_for",
      "imported",
      "state",
      "created_at",
      "updated_at",
      "enrolled_at",
    ],
    lists: ["roles", "invited_for", "imported"],
    without: { email_key: "the address once more" },
  },
  profile: {
    rows: participant,
    columns: [
      "programme_id",
      "help_with",
      "limits",
      "decides_about",
      "wishes",
      "languages",
      "time_zone",
      "availability",
      "capacity",
      "why",
      "setback",
      "setback_readers",
      "saved_at",
    ],
    lists: ["help_with", "limits", "decides_about", "wishes", "languages"],
  },
  leaving: { rows: participant, columns: ["programme_id", "state_before", "said_by", "left_at", "until"] },
  invitation: { rows: participant, columns: ["programme_id", "created_at", "expires_at", "used_at", "replaced_at"] },
  ask: {
    rows: account,
    columns: ["programme_id", "kind", "words", "state", "asked_at", "answer", "answered_at"],
    without: { account_id: "it is you", taken_by: "which manager looks after it is theirs to share out" },
  },
  contact: {
    rows: account,
    columns: ["programme_id", "invited_at", "accepted_at", "left_at"],
    without: { named_key: "the address once more" },
  },
  calendar_feed: {
    rows: account,
    columns: ["kind", "wording", "with_name", "changed_at"],
    without: { token_hash: hash },
  },
  mail_settings: {
    rows: account,
    columns: ["muted", "hours_from", "hours_to", "time_zone", "quiet_until", "wake_ups", "work_days", "days_off"],
    lists: ["muted", "work_days", "days_off"],
  },
  wake_up: { rows: account, columns: ["day"] },
  programme_manager: { rows: account, columns: ["programme_id", "created_at"] },
  manager_invitation: {
    rows: [["email_key", "address"]],
    columns: ["programme_id", "name", "email", "created_at", "expires_at", "used_at", "withdrawn_at"],
    without: { email_key: "the address once more" },
  },
  manager_change: {
    rows: account,
    columns: ["programme_id", "act", "parts", "made_at"],
    lists: ["parts"],
    without: { account_id: "it is you", made_by: "it is you", co_manager_id: "somebody else" },
  },
  people_import: { rows: account, columns: ["programme_id", "result", "created_at"], lists: ["result"] },
  change_about: { part: "changes" },
  profile_look: { part: "looks" },

  job: { not: "a mail on its way; it is erased once it is sent" },
  matching_criteria: { not: "by which rules and points a programme matches, which all its people read" },
  launch_point: { not: nobody },
  meta: { not: nobody },
  organisation: { not: nobody },
  programme: { not: "a programme's own settings, which all its people read" },
  reminder: { not: nobody },
};
