/** What each guard would prove if it let everybody through: the fault that the matrix has to notice, one operation at a time. */
import * as z from "zod/mini";
import type { AnyGuard, GuardOf } from "../../http/serve.ts";
import type { Asked } from "../../guards/guard.ts";
import type { Fixture } from "./fixture.ts";

type Forge = (asked: Asked<unknown>, fixture: Fixture) => unknown;

const Params = z.record(z.string(), z.string());
const paramsOf = (asked: Asked<unknown>) => Params.parse(asked.params ?? {});

/** Whoever asks; where nobody does, the mentee of pair one: a server without a guard has to take somebody. */
function callerOf({ caller }: Asked<unknown>, { pairs }: Fixture) {
  return { accountId: caller?.accountId ?? pairs.own.mentee.accountId, signInId: caller?.signInId };
}

/** Guards by name. One that is missing here fails the test that counts them. */
export const forged: Readonly<Record<string, Forge>> = {
  signedIn: (asked, fixture) => callerOf(asked, fixture),
  managerOfProgramme: (asked, fixture) => ({ ...callerOf(asked, fixture), ...paramsOf(asked) }),
  memberOfProgramme: (asked, fixture) => ({ ...callerOf(asked, fixture), ...paramsOf(asked) }),
  managerOfParticipant: (asked, fixture) => ({ ...callerOf(asked, fixture), ...paramsOf(asked) }),
  managerOfAnother: (asked, fixture) => ({ ...callerOf(asked, fixture), ...paramsOf(asked) }),
  managerOfAsk: (asked, fixture) => {
    const { programmeId, askId } = paramsOf(asked);
    return { manager: { ...callerOf(asked, fixture), programmeId }, askId };
  },
  managerOfDraft: (asked, fixture) => {
    const { programmeId, draftId } = paramsOf(asked);
    return { manager: { ...callerOf(asked, fixture), programmeId }, draftId };
  },
  holderOfCalendar: async (asked) => ({
    feed: (await asked.read.selectFrom("calendar_feed").selectAll().execute())[0],
  }),
  sharesALogWith: (asked, fixture) => {
    const { accountId: otherId } = paramsOf(asked);
    return { ...callerOf(asked, fixture), otherId };
  },
  participantOfProgramme: (asked, fixture) => ({
    ...callerOf(asked, fixture),
    ...paramsOf(asked),
    participantId: fixture.pairs.own.mentee.participantId,
    roles: ["mentee"],
    state: "enrolled",
  }),
  oneOfPair: async (asked, fixture) => {
    const params = z.object({ relationshipId: z.string() }).parse(asked.params);
    const rows = await asked.read.selectFrom("relationship").selectAll().execute();
    const row = rows.find(({ id }) => id === params.relationshipId);
    return {
      ...callerOf(asked, fixture),
      ...params,
      otherId: row?.mentor_account_id,
      programmeId: row?.programme_id,
      role: "mentee",
      state: row?.state ?? "live",
    };
  },
  contactOfProgramme: (asked, fixture) => ({ ...callerOf(asked, fixture), ...paramsOf(asked) }),
  addresseeOfDisclosure: async (asked, fixture) => {
    const { disclosureId } = paramsOf(asked);
    const rows = await asked.read.selectFrom("disclosure").selectAll().execute();
    const row = rows.find(({ id }) => id === disclosureId);
    return {
      ...callerOf(asked, fixture),
      disclosureId,
      senderId: row?.sender_id,
      programmeId: row?.programme_id,
    };
  },
  addresseeWithPerson: (asked, fixture) => ({ ...callerOf(asked, fixture), personId: paramsOf(asked)["accountId"] }),
  oneOfProposal: async (asked, fixture) => {
    const params = z.object({ matchId: z.string() }).parse(asked.params);
    const rows = await asked.read.selectFrom("proposal").selectAll().execute();
    const row = rows.find(({ id }) => id === params.matchId);
    return { ...callerOf(asked, fixture), ...params, programmeId: row?.programme_id, role: "mentee" };
  },
  memberOfLog: async (asked, fixture) => {
    const params = z.object({ logId: z.string() }).parse(asked.params);
    const rows = await asked.read.selectFrom("log_member").selectAll().execute();
    const members = rows.filter((row) => row.log_id === params.logId).map((row) => row.account_id);
    return { ...callerOf(asked, fixture), ...params, logKind: "room", lastNumber: 1, members };
  },
};

/** Lets a test take the guard of one operation away, and give it back. */
export interface Removal {
  readonly guardOf: GuardOf;
  /** From now on this operation's guard lets everybody through; `undefined` gives all guards back. */
  remove(operationId: string | undefined, fixture: Fixture): void;
}

/** Watches over the guards of a server that is about to be built. */
export function makeRemoval(): Removal {
  let removed: { readonly operationId: string; readonly fixture: Fixture } | undefined;
  const guardOf: GuardOf = (operation, declared): AnyGuard => ({
    name: declared.name,
    async prove(asked) {
      const proof = await declared.prove(asked);
      const isRefused = proof === "not-signed-in" || proof === "not-found";
      if (removed?.operationId !== operation.id || !isRefused) return proof;
      return forged[declared.name]?.(asked, removed.fixture);
    },
  });
  return {
    guardOf,
    remove(operationId, fixture) {
      removed = operationId === undefined ? undefined : { operationId, fixture };
    },
  };
}
