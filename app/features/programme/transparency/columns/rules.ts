/**
 * Every column of the database, with the open fact, the profile field or the reason that it stands for.
 * A new column without an entry fails `columns.db.test.ts`: whoever keeps more about people has to say so, here and on the page.
 */
import type { ProfileField } from "../../profile/rules.ts";
import type { KeptFactName, OpenFactName } from "../rules.ts";

/** What a column stands for: something that is declared to people, or what the program needs it for. */
export type Meaning =
  | { readonly open: OpenFactName }
  | { readonly profile: ProfileField }
  | { readonly kept: KeptFactName }
  /** A fact of the programme itself, not of a person. */
  | { readonly programme: string }
  /** Says nothing about a person: the reason why it is there. */
  | { readonly technical: string };

/** Columns of one table that stand for the same thing. */
export interface ColumnGroup {
  readonly columns: ReadonlyArray<string>;
  readonly means: Meaning;
}

const names: Meaning = { technical: "names the row, or the row it belongs to" };
const group = (means: Meaning, ...columns: ReadonlyArray<string>): ColumnGroup => ({ columns, means });

/** The tables by name. */
export const tables: Readonly<Record<string, ReadonlyArray<ColumnGroup>>> = {
  account: [group(names, "id"), group({ kept: "signIn" }, "email", "email_key", "name", "created_at")],
  ask: [
    group(names, "programme_id", "id"),
    group({ kept: "asked" }, "account_id", "kind", "words", "state", "asked_at", "taken_by", "answer", "answered_at"),
  ],
  cadence: [
    group(names, "relationship_id"),
    group(
      { open: "cadence" },
      "rhythm_days",
      "agreement_agreed",
      "next_starts_at",
      "next_length_minutes",
      "next_time_zone",
      "next_set_at",
    ),
  ],
  address_change: [
    group(names, "account_id", "id"),
    group({ kept: "signIn" }, "place", "email", "email_key", "created_at", "expires_at", "wrong_tries", "used_at"),
    group({ technical: "the hash of a code" }, "code_hash"),
  ],
  address_left: [
    group(names, "account_id", "id"),
    group({ kept: "signIn" }, "place", "email", "email_key", "expires_at"),
    group({ technical: "the hash of a link's token" }, "token_hash"),
  ],
  calendar_feed: [
    group(names, "account_id"),
    group({ open: "calendar" }, "kind", "token_hash", "wording", "with_name", "changed_at"),
  ],
  contact: [
    group(names, "programme_id", "account_id"),
    group(
      { programme: "who is a contact for concerns: asked, ready, or stepped down, and since when" },
      "named_key",
      "invited_at",
      "accepted_at",
      "left_at",
    ),
  ],
  change_about: [group({ kept: "changes" }, "programme_id", "change_id", "participant_id")],
  device: [group(names, "account_id", "device_id", "sign_in_id"), group({ kept: "signIn" }, "seen_on")],
  disclosure: [
    group(names, "programme_id", "id"),
    group({ open: "disclosure" }, "sender_id", "contact_id", "sealed", "sent_at", "taken_up_at"),
  ],
  disclosure_answer: [
    group(names, "programme_id", "disclosure_id", "id"),
    group({ open: "disclosure" }, "sealed", "sent_at"),
  ],
  disowned_keys: [group(names, "account_id"), group({ kept: "keys" }, "isk_hash", "change", "disowned_at")],
  former_bundle: [group(names, "account_id", "number"), group({ kept: "keys" }, "version", "bytes", "arrived_at")],
  former_keys: [
    group(names, "account_id", "number", "own_log_id"),
    group({ kept: "keys" }, "bundle_version", "iek_version", "ring_version", "ring", "enrolled_at", "lost_at"),
  ],
  former_slot: [
    group(names, "account_id", "number", "slot_id"),
    group({ kept: "keys" }, "kind", "bytes", "arrived_at"),
  ],
  former_wrap: [
    group(names, "account_id", "number", "log_id"),
    group({ kept: "keys" }, "epoch", "iek_version", "bytes"),
  ],
  ended_rooms: [
    group(names, "programme_id"),
    group({ programme: "for how long ended rooms are kept, and since when" }, "keep_days", "set_on"),
  ],
  gap: [
    group(names, "relationship_id"),
    group({ open: "cadence" }, "counted_from", "mentee_fine_on", "mentor_fine_on"),
  ],
  held_day: [group(names, "relationship_id"), group({ open: "cadence" }, "day")],
  invitation: [
    group(names, "programme_id", "id", "participant_id", "request_id"),
    group({ technical: "the hash of a link's token" }, "token_hash"),
    group({ kept: "invitation" }, "created_at", "expires_at", "used_at", "replaced_at"),
  ],
  job: [
    group(names, "id"),
    group(
      { technical: "work that waits, such as a mail; what it needs is erased once it is done, all of it a day later" },
      "effect_key",
      "kind",
      "state",
      "payload",
      "run_at",
      "leased_until",
      "attempts",
      "last_error",
      "created_at",
    ),
  ],
  key_bundle: [group(names, "account_id"), group({ kept: "keys" }, "version", "bytes", "arrived_at")],
  key_holder: [
    group(names, "account_id", "own_log_id"),
    group({ kept: "keys" }, "bundle_version", "iek_version", "ring_version", "ring", "enrolled_at"),
  ],
  key_slot: [group(names, "account_id", "slot_id"), group({ kept: "keys" }, "kind", "bytes", "arrived_at")],
  known_pair: [group(names, "programme_id"), group({ open: "pair" }, "mentee_id", "mentor_id", "named_at")],
  launch_point: [group({ programme: "what is done before it opens" }, "programme_id", "point", "done_at")],
  log: [
    group(names, "id"),
    group({ kept: "sealedItems" }, "kind", "last_number", "last_epoch", "opened_at", "closed_at"),
  ],
  log_entry: [
    group(names, "log_id"),
    group({ kept: "sealedItems" }, "number", "kind", "author_id", "device_id", "seq", "hash", "bytes", "arrived_at"),
  ],
  log_behind: [group(names, "log_id", "account_id")],
  log_epoch: [group(names, "log_id"), group({ kept: "keys" }, "n", "number", "hash")],
  log_gone: [group(names, "log_id"), group({ kept: "sealedItems" }, "how", "at")],
  log_member: [group({ open: "pair" }, "log_id", "account_id")],
  log_wrap: [group(names, "log_id", "account_id"), group({ kept: "keys" }, "epoch", "iek_version", "bytes")],
  mail_settings: [
    group(names, "account_id"),
    group(
      { open: "mailSettings" },
      "muted",
      "hours_from",
      "hours_to",
      "time_zone",
      "quiet_until",
      "wake_ups",
      "work_days",
      "days_off",
    ),
    group({ technical: "so that one nudge goes out a day at most" }, "last_nudge_on", "last_nudge_key"),
  ],
  manager_change: [
    group(names, "programme_id", "id"),
    group({ kept: "changes" }, "act", "made_by", "account_id", "co_manager_id", "made_at"),
  ],
  manager_invitation: [
    group(names, "programme_id", "id"),
    group({ technical: "the hash of a link's token" }, "token_hash"),
    group({ kept: "managing" }, "name", "email", "email_key", "created_at", "expires_at", "used_at", "withdrawn_at"),
  ],
  match_draft: [
    group(names, "programme_id", "id"),
    group({ kept: "drafts" }, "number", "state", "content", "made_by", "made_at", "sent_at"),
  ],
  meta: [group({ technical: "facts about the database itself" }, "name", "value")],
  not_again: [group({ kept: "notAgain" }, "programme_id", "mentee_id", "mentor_id")],
  organisation: [group(names, "id"), group({ programme: "whoever runs this server" }, "name", "created_at")],
  participant: [
    group(names, "programme_id", "id", "account_id"),
    group({ profile: "email" }, "email", "email_key"),
    group({ profile: "name" }, "name"),
    group({ profile: "callName" }, "call_name"),
    group({ profile: "roles" }, "roles"),
    group({ profile: "team" }, "team"),
    group({ profile: "site" }, "site"),
    group({ profile: "level" }, "level"),
    group({ profile: "managerEmail" }, "manager_email"),
    group({ kept: "imported" }, "imported"),
    group({ kept: "place" }, "state", "created_at", "updated_at", "enrolled_at"),
  ],
  pairing: [
    group(names, "account_id"),
    group({ kept: "keys" }, "request", "answer"),
    group({ technical: "so that a new device is given its keys once, within ten minutes" }, "mailbox", "expires_at"),
  ],
  passkey: [
    group(names, "account_id", "id"),
    group({ kept: "signIn" }, "credential", "public_key", "counter", "created_at"),
  ],
  passkey_challenge: [
    group(names, "account_id"),
    group({ technical: "so that a passkey's answer counts once" }, "challenge_hash", "expires_at"),
  ],
  people_import: [
    group(names, "programme_id", "id"),
    group(
      { technical: "so that a repeated import answers alike: how many rows were added and changed, and by whom" },
      "account_id",
      "result",
      "created_at",
    ),
  ],
  private_address: [group(names, "account_id"), group({ kept: "signIn" }, "email", "email_key", "since")],
  profile: [
    group(names, "programme_id", "participant_id"),
    group({ profile: "helpWith" }, "help_with"),
    group({ profile: "limits" }, "limits"),
    group({ profile: "decidesAbout" }, "decides_about"),
    group({ profile: "wishes" }, "wishes"),
    group({ profile: "languages" }, "languages"),
    group({ profile: "timeZone" }, "time_zone"),
    group({ profile: "availability" }, "availability"),
    group({ profile: "capacity" }, "capacity"),
    group({ profile: "why" }, "why"),
    group({ profile: "setback" }, "setback", "setback_readers"),
    group({ kept: "place" }, "saved_at"),
  ],
  programme: [
    group(names, "id", "organisation_id"),
    group(
      { programme: "its name, dates, limits of confidence, contacts and switches" },
      "name",
      "kind",
      "starts_on",
      "ends_on",
    ),
    group(
      { programme: "its limits of confidence, contacts and switches" },
      "confidentiality_variant",
      "confidentiality_wording",
    ),
    group({ programme: "contacts and switches" }, "contacts", "may_like_a_word"),
    group({ programme: "since when it is open" }, "launched_at"),
    group(
      { programme: "when it was made, changed, and declared to be for adults" },
      "adults_declared_at",
      "created_at",
      "updated_at",
    ),
  ],
  programme_manager: [group({ programme: "who manages it" }, "programme_id", "account_id", "created_at")],
  profile_look: [group({ kept: "looks" }, "programme_id", "participant_id", "account_id", "day")],
  proposal: [
    group(names, "programme_id", "id", "draft_id"),
    group(
      { open: "pair" },
      "mentee_id",
      "mentor_id",
      "mentee_account_id",
      "mentor_account_id",
      "state",
      "asked_at",
      "closes_at",
    ),
    group({ kept: "reasons" }, "reasons"),
    group({ kept: "answer" }, "mentee_answer", "mentor_answer"),
  ],
  relationship: [
    group(names, "programme_id", "id"),
    group(
      { open: "pair" },
      "mentee_id",
      "mentor_id",
      "mentee_account_id",
      "mentor_account_id",
      "state",
      "started_at",
      "ended_on",
    ),
    group({ kept: "reasons" }, "reasons"),
    group({ technical: "so that one is reminded once in two days at most" }, "reminded_at"),
  ],
  reminder: [group({ programme: "when people were last reminded" }, "programme_id", "kind", "sent_at")],
  sign_in: [
    group(names, "id", "account_id"),
    group({ kept: "signIn" }, "token_hash", "created_at", "expires_at", "revoked_at"),
  ],
  sign_in_request: [
    group(names, "id"),
    group(
      { kept: "signIn" },
      "email_key",
      "link_hash",
      "code_hash",
      "binding_hash",
      "created_at",
      "expires_at",
      "wrong_tries",
      "used_at",
    ),
  ],
  throttle: [group({ technical: "how often something was tried lately; the key is a hash" }, "key_hash", "full_at")],
  wake_up: [group(names, "account_id"), group({ open: "wakeUps" }, "day")],
};
