/** People who take part: they follow the link of their mail, describe themselves, and make their keys on a device of their own. */
import { Enrol } from "../app/features/programme/enrolment/schema.ts";
import { AcceptInvitation } from "../app/features/programme/invitations/schema.ts";
import type { Profile } from "../app/features/programme/profile/rules.ts";
import { ReadMyPlace, SaveProfile } from "../app/features/programme/profile/schema.ts";
import { AskToSignIn, ReadMe, SignInWithLink } from "../app/features/programme/sign-in/schema.ts";
import type { AccountId, ProgrammeId } from "../app/values/id.ts";
import { type NodeVault, openNodeVault } from "../app/vault/node/node-vault.ts";
import type { Vault } from "../app/vault/vault.ts";
import { linkIn, type Outbox, tokenOf } from "./outbox.ts";
import { type Door, Visitor } from "./visitor.ts";

/** Where people are: a server, its mails, and the time there. */
export interface Setting {
  readonly door: Door;
  readonly outbox: Outbox;
  readonly now: () => number;
}

/** Somebody with keys on a device in this process. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly visitor: Visitor;
  readonly account: AccountId;
  readonly vault: Vault;
  readonly passphrase: string;
  /** Nine groups, as they were shown. */
  readonly recoveryCode: string;
  /** Puts the device away. */
  close(): void;
}

/** Asks for a sign-in mail; the answer is its link, which works once. */
export async function askForLink({ door, outbox }: Setting, email: string): Promise<string> {
  await new Visitor(door).ask(AskToSignIn, { body: { email } });
  return linkIn(await outbox.take(email, "Sign in"));
}

/** Signs somebody in by the link of a mail. */
export async function signIn(setting: Setting, email: string): Promise<Visitor> {
  const token = tokenOf(await askForLink(setting, email));
  const visitor = new Visitor(setting.door);
  await visitor.ask(SignInWithLink, { body: { token } });
  return visitor;
}

/** Follows the link of an invitation and accepts it. */
export async function acceptInvitation({ door, outbox }: Setting, email: string): Promise<Visitor> {
  const visitor = new Visitor(door);
  const token = tokenOf(linkIn(await outbox.take(email, "invited")));
  await visitor.ask(AcceptInvitation, { body: { token } });
  return visitor;
}

/** What somebody adds to what the file said of them. */
export type SaidOfOneself = Partial<Profile> & { readonly callName?: string };

/** Saves a profile: what was imported, and what its owner says. */
export async function describeOneself(visitor: Visitor, programmeId: ProgrammeId, said: SaidOfOneself): Promise<void> {
  const params = { programmeId };
  const { callName, about, profile } = await visitor.ask(ReadMyPlace, { params });
  const { callName: calls = callName, ...fields } = said;
  const { helpWith, limits, decidesAbout, wishes, languages, ...rest } = { ...profile, ...fields };
  const lists = {
    helpWith: [...helpWith],
    limits: [...limits],
    decidesAbout: [...decidesAbout],
    wishes: [...wishes],
    languages: [...languages],
  };
  await visitor.ask(SaveProfile, { params, body: { callName: calls, about, profile: { ...rest, ...lists } } });
}

/** Opens somebody's vault on a device in this process. */
export async function openVaultOf({ door, now }: Setting, visitor: Visitor): Promise<NodeVault> {
  const { accountId } = await visitor.ask(ReadMe, {});
  return openNodeVault({ ...door, cookie: visitor.cookie, account: accountId, clock: now });
}

/** Makes somebody's keys, with a passphrase that the program suggests. */
export async function makeKeys(setting: Setting, visitor: Visitor): Promise<Person> {
  const { accountId, name, email } = await visitor.ask(ReadMe, {});
  const device = await openVaultOf(setting, visitor);
  const passphrase = await device.vault.suggestPassphrase();
  const code = await device.vault.enrol(passphrase);
  if (typeof code === "string") throw new Error(`${name} has no keys: ${code}`);
  return {
    name,
    email,
    visitor,
    account: accountId,
    vault: device.vault,
    passphrase,
    recoveryCode: code.groups.join("-"),
    close: () => device.close(),
  };
}

/** The whole way from the mail to taking part. */
export async function join(
  setting: Setting,
  programmeId: ProgrammeId,
  email: string,
  said: SaidOfOneself,
): Promise<Person> {
  const visitor = await acceptInvitation(setting, email);
  await describeOneself(visitor, programmeId, said);
  const person = await makeKeys(setting, visitor);
  await visitor.ask(Enrol, { params: { programmeId } });
  return person;
}
