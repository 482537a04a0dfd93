import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roomOf, type LogId } from "../app/values/id.ts";
import { signIn } from "../demo/person.ts";
import { answerFirst, importPeople, invite, makeDraft, sendDraft } from "../demo/programme.ts";
import { writes } from "./kit/acts.ts";
import { Authenticator, recordsWhatPasskeysGive } from "./kit/authenticator.ts";
import { endBrowser } from "./kit/browser.ts";
import { formsOf } from "./kit/canaries.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, ingrid, joinAs, leila as ofLeila } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const people = [
  "name,email,role,time_zone,languages,offers,goals,capacity,availability",
  `${ofLeila.name},${ofLeila.email},mentee,Europe/Berlin,en,,leading for the first time,,Mon-Sun 08:00-20:00`,
  `${ingrid.name},${ingrid.email},mentor,Europe/Oslo,en,leading for the first time,,2,Mon-Sun 08:00-20:00`,
].join("\n");

const passphrase = "quiet harbour seven lanterns under pine";

describe("Leila has a passkey", () => {
  tellInChapters();

  let begun: Begun;
  let leila: Visitor;
  let laptop: Authenticator;
  let given: () => Promise<ReadonlyArray<Buffer>>;
  let recoveryCode: string;
  let room: LogId;

  beforeAll(async () => {
    begun = await begin();
    await importPeople(begun.managed, new TextEncoder().encode(people));
    await invite(begun.managed, [ofLeila.email, ingrid.email]);
    leila = await comes(begun.oakroom, ofLeila);
    laptop = await Authenticator.of(leila, { hasPrf: true });
    given = await recordsWhatPasskeysGive(leila);
  });

  afterAll(async () => {
    await begun?.oakroom.end();
    await endBrowser();
  });

  it("is offered one first when she joins, and a recovery code comes with it", async () => {
    await leila.opensMail("invited");
    await leila.presses("Join");
    for (const step of ["Your name", "What for", "When it suits you"]) {
      await leila.sees(step);
      await leila.presses("Go on");
    }
    await leila.sees("Who sees what");
    await leila.presses("Save and go on");
    await leila.control("Make a passkey").waitFor();
    await leila.looksAround("keys, by a passkey");
    await leila.presses("Make a passkey");
    await leila.sees("A code to keep");
    const groups = await leila.page.getByRole("list", { name: "Recovery code" }).locator("li").allInnerTexts();
    expect(groups).toHaveLength(9);
    recoveryCode = groups.join("-");
    // Loaded anew, the page does not act as if nobody had been here.
    await leila.page.reload();
    await leila.sees("A code to keep");
    await leila.control("Make a new code").waitFor();
    await leila.presses("I have kept it");
    await leila.sees("You are in");
    expect(await laptop.passkeys()).toHaveLength(1);
  });

  it("she gets a room, and writes into it", async () => {
    const other = await joinAs(begun, ingrid.email, { why: "Somebody did this for me." });
    await sendDraft(begun.managed, await makeDraft(begun.managed));
    await answerFirst(await signIn(begun.setting, ofLeila.email), "yes");
    const relationship = await answerFirst(other.visitor, "yes");
    if (!relationship) throw new Error("no pair came about");
    room = roomOf(relationship);
    await leila.visits(`/rooms/${room}`);
    await leila.sees("You and Ingrid");
    await writes(leila, "Written before the passkey was asked.");
  });

  it("after signing out one gesture signs in and opens the room: no address, no code, no passphrase", async () => {
    await signsOut(leila);
    await leila.looksAround("sign-in, with a passkey");
    await leila.presses("Sign in with a passkey");
    await leila.sees(/^Good /);
    await leila.presses("Ingrid");
    await leila.sees("You and Ingrid");
    await leila.reads("Written before the passkey was asked.");
  });

  it("her browser has dropped all that it kept: one gesture, and everything is back", async () => {
    // A page of the site on which nothing runs.
    await leila.visits("/icon.svg");
    await drops(leila);
    await leila.visits("/");
    await leila.presses("Sign in with a passkey");
    await leila.sees(/^Good /);
    await leila.presses("Ingrid");
    await leila.sees("You and Ingrid");
    await leila.reads("Written before the passkey was asked.");
  });

  it("C03: what the passkey gave went nowhere", async () => {
    const secrets = await given();
    expect(secrets.length).toBeGreaterThan(1);
    expect(new Set(secrets.map((secret) => secret.toString("hex"))).size).toBe(1);
    const { up, down } = begun.oakroom.wire;
    for (const secret of secrets)
      for (const [form, pattern] of formsOf(secret))
        expect([form, up.includes(pattern), down.includes(pattern)]).toEqual([form, false, false]);
  });

  it("a finger that it does not know signs nobody in", async () => {
    await signsOut(leila);
    await laptop.knowsNobody();
    await leila.presses("Sign in with a passkey");
    await leila.page.getByRole("alert").waitFor();
    expect(await leila.page.getByLabel("Your e-mail address").count()).toBe(1);
  });

  it("on a device whose passkeys open nothing it signs in, and the recovery code opens the room", async () => {
    const phone = await comes(begun.oakroom, { ...ofLeila, device: "phone" });
    const held = await Authenticator.of(phone, { hasPrf: false });
    await held.takes(laptop);
    await phone.visits("/");
    await phone.presses("Sign in with a passkey");
    await phone.page.getByLabel(/^Menu of /).waitFor();
    await phone.visits(`/rooms/${room}`);
    await phone.sees("Unlock your rooms");
    await phone.presses("Unlock with my passkey");
    await phone.types("Recovery code", recoveryCode);
    await phone.types("A new passphrase", passphrase);
    await phone.looksAround("unlock, where a passkey opens nothing");
    await phone.presses("Set it and unlock");
    await phone.sees("You and Ingrid");
    await phone.reads("Written before the passkey was asked.");
    await phone.leaves();
  });

  it("C04: she removes the passkey, and goes on with what is left", async () => {
    await leila.signsIn();
    await leila.visits("/keys");
    await leila.presses("Use my passphrase instead");
    await leila.types("Passphrase", passphrase);
    await leila.presses("Unlock");
    await leila.sees("Your keys and devices");
    await leila.reads("This one");
    await leila.looksAround("keys and devices");
    await leila.presses(/^Remove: /);
    await leila.presses("Use my passphrase instead");
    await leila.types("Passphrase", passphrase);
    await leila.presses("Remove");
    await leila.reads("The passkey is removed.");
    await leila.presses("Check that my code works");
    await leila.presses("Cancel");
    expect(await leila.page.evaluate(() => document.activeElement?.textContent)).toBe("Check that my code works");
    await leila.presses("Check that my code works");
    await leila.types("Recovery code", recoveryCode);
    await leila.presses("Check it");
    await leila.reads("This code works.");
    await signsOut(leila);
    await laptop.knowsHer();
    await leila.presses("Sign in with a passkey");
    await leila.page.getByRole("alert").waitFor();
    await leila.signsIn();
    await leila.visits(`/rooms/${room}`);
    await leila.types("Passphrase", passphrase);
    await leila.presses("Unlock");
    await leila.reads("Written before the passkey was asked.");
    await leila.leaves();
  });

  it("C14: she has lost everything, and begins anew with a passkey: one gesture, and it signs in from then on", async () => {
    const other = await comes(begun.oakroom, ofLeila);
    const held = await Authenticator.of(other, { hasPrf: true });
    await other.signsIn();
    await other.visits(`/rooms/${room}`);
    await other.sees("Unlock your rooms");
    await other.unfolds("I have neither. What now?");
    await other.presses("I have lost everything: begin anew");
    await other.presses("Make new keys");
    await other.sees("The key to your room");
    await other.control("Make a passkey").waitFor();
    await other.looksAround("begin anew, by a passkey");
    await other.presses("Make a passkey");
    await other.sees("Your recovery code");
    expect(await held.passkeys()).toHaveLength(1);
    await other.presses("I have kept it");
    await other.visits(`/rooms/${room}`);
    await other.reads("This room waits for Ingrid");
    await signsOut(other);
    await other.presses("Sign in with a passkey");
    await other.sees(/^Good /);
    await other.presses("Ingrid");
    await other.reads("This room waits for Ingrid");
    await other.leaves();
  });
});

/** What some browsers do after days without a visit: cookies, keys, everything that the site kept is gone. */
async function drops({ context, page }: Visitor): Promise<void> {
  const left = await page.evaluate(async () => {
    localStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name = "" } of await indexedDB.databases()) {
      const deleted = indexedDB.deleteDatabase(name);
      await new Promise((resolve) => {
        deleted.addEventListener("success", resolve);
      });
    }
    return (await indexedDB.databases()).length;
  });
  expect(left).toBe(0);
  await context.clearCookies();
}

async function signsOut(person: Visitor): Promise<void> {
  await person.page.getByLabel(/^Menu of /).click();
  await person.presses("Sign out");
  await person.page.getByLabel("Your e-mail address").waitFor();
}
