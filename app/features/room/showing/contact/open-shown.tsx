import { vault } from "../../../../vault/browser/client.ts";
import type { ProofShown } from "../../../../vault/files/proof-shown.ts";
import type { KeysToCompare } from "../../../../vault/letters.ts";
import type { AccountId, LetterId } from "../../../../values/id.ts";
import { wordsIn } from "../../../../values/worded.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { readDisclosure, readDisclosurePerson } from "../../../programme/disclosures/api.ts";
import type { PersonWithKeys } from "../../../programme/disclosures/schema.ts";
import { isMet } from "../offered.tsx";
import { type Mark, markOf } from "../rules.ts";
import { readLetterText, ShownLetter } from "../schema.ts";
import { letterText as text } from "../text.ts";

/** One thing that was shown, with what its proof is worth. */
export type ThingRead =
  | { readonly mark: "changed"; readonly key: string }
  | {
      readonly mark: Mark;
      readonly key: string;
      readonly author: AccountId;
      readonly name: string;
      readonly at: number;
      readonly words: ReadonlyArray<string>;
    };

/** A letter, opened. */
export interface LetterRead {
  readonly disclosureId: LetterId;
  readonly senderId: AccountId;
  readonly senderName: string;
  readonly sentAt: number;
  readonly isTaken: boolean;
  /** False where it is signed by a key that nobody knows. */
  readonly isKnown: boolean;
  /** Where the sender has other keys than before: nothing is sealed to them until these are compared. */
  readonly otherKeys?: KeysToCompare;
  readonly content: ShownLetter;
  readonly things: ReadonlyArray<ThingRead>;
}

/** Fetches a letter and opens it here; a sentence where it cannot be. */
export async function openShown(disclosureId: LetterId, signal: AbortSignal): Promise<LetterRead | string> {
  const answer = await readDisclosure(disclosureId, signal);
  if (answer.kind !== "done") return answer.kind === "refused" ? text.shut : hindranceText[answer.kind];
  const { senderId, sender, sealed, sentAt, takenUpAt } = answer.value;
  const sent = await vault.meetPerson(senderId, sender.bundles);
  const opened = await vault.openLetter({ letter: disclosureId, from: senderId, sealed });
  const content = typeof opened === "object" ? readLetterText(ShownLetter, opened.text) : undefined;
  if (typeof opened !== "object" || !content) return text.shut;
  const people = new Map([[senderId, Promise.resolve<PersonWithKeys | undefined>(sender)]]);
  const person = (account: AccountId) => {
    const known = people.get(account) ?? fetchPerson(disclosureId, account);
    people.set(account, known);
    return known;
  };
  const things = opened.proofs.map((proof, at) => readThing(proof, content.roomId, person, String(at)));
  return {
    disclosureId,
    senderId,
    senderName: sender.name,
    sentAt,
    isTaken: takenUpAt !== null,
    isKnown: opened.result === "authentic",
    ...(typeof sent === "object" && "offered" in sent && { otherKeys: sent }),
    content,
    things: (await Promise.all(things)).toSorted((one, next) => timeOf(one) - timeOf(next)),
  };
}

/** What proves nothing comes last. */
function timeOf(thing: ThingRead): number {
  return thing.mark === "changed" ? Infinity : thing.at;
}

async function fetchPerson(disclosureId: LetterId, account: AccountId): Promise<PersonWithKeys | undefined> {
  const answer = await readDisclosurePerson(disclosureId, account);
  return answer.kind === "done" ? answer.value : undefined;
}

/** Holds a proof against its author's key as the directory has it. Whoever is not there, or has another key there, is an unknown key. */
async function readThing(
  proof: Uint8Array,
  roomId: ShownLetter["roomId"],
  person: (account: AccountId) => Promise<PersonWithKeys | undefined>,
  key: string,
): Promise<ThingRead> {
  const claimed = await vault.readProof(proof, undefined);
  if (typeof claimed === "string") return { mark: "changed", key };
  const author = await person(claimed.author);
  const met = author && (await vault.meetPerson(claimed.author, author.bundles));
  const held = met && isMet(met) ? await vault.readProof(proof, met.identity) : claimed;
  const shown: ProofShown = typeof held === "object" ? held : claimed;
  return {
    mark: markOf(shown, roomId),
    key,
    author: shown.author,
    name: author?.name ?? text.unknownPerson,
    at: shown.at,
    words: wordsIn(shown.payload),
  };
}
