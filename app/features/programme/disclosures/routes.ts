/** The inbox of contacts over HTTP. What it carries is sealed; the server reads who it is from and for. */
import { readLetter } from "@oakroom/crypto";
import { type AddresseeOf, addresseeOfDisclosure, addresseeWithPerson } from "../../../server/guards/contact.ts";
import { oneOfPair } from "../../../server/guards/pair.ts";
import { signedIn } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { fromBase64url } from "../../../values/bytes.ts";
import { type AccountId, type LetterId, uuidText } from "../../../values/id.ts";
import { addLetterMail } from "./jobs.ts";
import {
  AnswerDisclosure,
  Disclose,
  ListDisclosures,
  ListOffered,
  ReadDisclosure,
  ReadDisclosurePerson,
  TakeUpDisclosure,
} from "./schema.ts";
import {
  insertAnswer,
  insertDisclosure,
  listOffered,
  listReceived,
  listSent,
  readDisclosure,
  readPerson,
  takeUp,
} from "./store.ts";

/** True for a letter that says in the open what the request says. */
function isLetter(
  sealed: string,
  expected: { readonly id: LetterId; readonly from: AccountId; readonly to: AccountId },
): boolean {
  const bytes = fromBase64url(sealed);
  const facts = bytes && readLetter(bytes);
  if (typeof facts !== "object") return false;
  const said = [facts.letter, facts.from, facts.to].map(uuidText);
  return said.join() === [expected.id, expected.from, expected.to].join();
}

/** What one of a pair does. */
const showing: Routes = (router, app) => {
  router.on(ListOffered, oneOfPair, async ({ proof }) => ({ contacts: [...(await listOffered(app.db.read, proof))] }));

  router.on(Disclose, oneOfPair, async ({ proof, params: { disclosureId }, body, now, refuse }) => {
    const { contactId, sealed } = body;
    const offered = await listOffered(app.db.read, proof);
    // Whoever is in a line, has stepped down or never was a contact is refused alike.
    if (!offered.some(({ accountId }) => accountId === contactId)) return refuse("not-offered");
    if (!isLetter(sealed, { id: disclosureId, from: proof.accountId, to: contactId })) return refuse("unreadable");
    const kept = await app.db.write(async (writer) => {
      const done = await insertDisclosure(writer, proof, contactId, { id: disclosureId, sealed }, now);
      if (done === "done")
        await addLetterMail(writer, app.chance, now, { what: "shown", letterId: disclosureId, to: contactId });
      return done;
    }, proof.accountId);
    if (kept === "unreadable" || kept === "too-many") return refuse(kept);
    app.jobs.wake();
    app.live.factChanged({ about: "disclosure", id: disclosureId }, [proof.accountId, contactId]);
    return undefined;
  });

  router.on(ListDisclosures, signedIn, async ({ proof }) => ({
    sent: [...(await listSent(app.db.read, proof))],
    received: [...(await listReceived(app.db.read, proof))],
  }));
};

/** What a contact does. */
const receiving: Routes = (router, app) => {
  const tellBoth = ({ disclosureId, accountId, senderId }: AddresseeOf) =>
    app.live.factChanged({ about: "disclosure", id: disclosureId }, [senderId, accountId]);

  router.on(ReadDisclosure, addresseeOfDisclosure, ({ proof }) => readDisclosure(app.db.read, proof));

  router.on(ReadDisclosurePerson, addresseeWithPerson, ({ proof }) => readPerson(app.db.read, proof));

  router.on(TakeUpDisclosure, addresseeOfDisclosure, async ({ proof, now }) => {
    await app.db.write((writer) => takeUp(writer, proof, now));
    tellBoth(proof);
  });

  router.on(AnswerDisclosure, addresseeOfDisclosure, async ({ proof, params: { answerId }, body, now, refuse }) => {
    const { sealed } = body;
    if (!isLetter(sealed, { id: answerId, from: proof.accountId, to: proof.senderId })) return refuse("unreadable");
    const kept = await app.db.write(async (writer) => {
      const done = await insertAnswer(writer, proof, { id: answerId, sealed }, now);
      if (done === "done")
        await addLetterMail(writer, app.chance, now, { what: "answered", letterId: answerId, to: proof.senderId });
      return done;
    }, proof.disclosureId);
    if (kept === "too-many") return refuse(kept);
    app.jobs.wake();
    tellBoth(proof);
    return undefined;
  });
};

/** All routes of disclosures. */
export const disclosureRoutes: Routes = (router, app) => {
  showing(router, app);
  receiving(router, app);
};
