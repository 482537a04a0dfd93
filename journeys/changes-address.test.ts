import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeIn } from "../demo/outbox.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

const atHome = "leila.at.home@elsewhere.example";
const next = "leila.haddad@newjob.example";

describe("Leila goes to another employer, and keeps her account", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    leila = await opensRooms(two.oakroom, two.leila, two.room);
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  /** Types the code of the newest mail to this address, and lets the keys agree. */
  async function takes(address: string, instead = false): Promise<void> {
    await leila.types("The new address", address);
    await leila.presses("Send a code there");
    await leila.reads("a code is on its way there");
    const mail = await two.oakroom.outbox.take(address, "Your code for a new address");
    const code = codeIn(mail);
    expect(code).toHaveLength(6);
    await leila.types("The six digits of the mail", code);
    await leila.types("Passphrase", two.leila.passphrase);
    await leila.presses("Take this address");
    await leila.reads(
      `${address} signs you in from now on, ${instead ? "and the one before does not any more" : "beside your other address"}.`,
    );
  }

  it("she gives a private address beside her own, with a code and the word of her keys", async () => {
    await leila.visits("/addresses");
    await leila.sees("Your addresses");
    await leila.reads("You have given none.");
    await leila.looksAround("addresses");
    await leila.presses("Add one");
    await leila.types("The new address", two.leila.email);
    await leila.presses("Send a code there");
    await leila.reads("This address signs you in already. Type another one.");
    await takes(atHome);
    await leila.looksAround("addresses, with a private one");
  });

  it("the private one signs her in on another browser, to the same room", async () => {
    const phone = await comes(two.oakroom, { name: two.leila.name, email: atHome, device: "phone" });
    await phone.signsIn();
    await phone.visits(`/rooms/${two.room}`);
    await phone.sees("Unlock your rooms");
    await phone.leaves();
  });

  it("she takes another address: the one before is told, and signs nobody in any more", async () => {
    await leila.visits("/addresses");
    await leila.presses("Change it", leila.page.locator("section", { hasText: "Your programme’s list keeps" }));
    await takes(next, true);
    const told = await two.oakroom.outbox.take(two.leila.email, "no longer signs in");
    expect(told.text).toContain("This mail itself changes nothing");
    const later = await comes(two.oakroom, { name: two.leila.name, email: next });
    await later.signsIn();
    await later.visits("/addresses");
    await later.reads(next);
    for (const person of [leila, later]) await person.leaves();
  });
});
