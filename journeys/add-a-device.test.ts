import { encode } from "uqr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

describe("C07: Leila adds her phone, and then a tablet, from her laptop", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let laptop: Visitor;
  let phone: Visitor;
  let words: ReadonlyArray<string>;

  beforeAll(async () => {
    two = await twoWithARoom();
    laptop = await opensRooms(two.oakroom, two.leila, two.room);
    await writes(laptop, "Written before the phone was there.");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  /** Opens her keys once more on the laptop, and reads what it shows. */
  async function shows(): Promise<ReadonlyArray<string>> {
    await laptop.visits("/keys");
    await laptop.presses("Add a device");
    await laptop.sees("Add a device");
    await laptop.types("Passphrase", two.leila.passphrase);
    await laptop.presses("Show the pattern and the words");
    await laptop.reads("Waiting for the new device");
    return laptop.page.locator(".pairing-words li").allInnerTexts();
  }

  /** Somebody signs in as Leila on a device that has never been here, and chooses to be let in by another one. */
  async function arrives(device: "phone" | "desktop"): Promise<Visitor> {
    const visitor = await comes(two.oakroom, { ...two.leila, device });
    await visitor.signsIn();
    await visitor.visits(`/rooms/${two.room}`);
    await visitor.sees("Unlock your rooms");
    await visitor.presses("From another device of mine");
    return visitor;
  }

  async function asksWith(visitor: Visitor, text: string): Promise<void> {
    await visitor.types("The twelve words that it shows", text);
    await visitor.presses("Go on");
  }

  it("the laptop asks for her passphrase, then shows a pattern and twelve words that hold the same", async () => {
    words = await shows();
    expect(words).toHaveLength(12);
    const { data } = encode(words.join(" ").toUpperCase(), { ecc: "M", border: 3 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
    expect(await laptop.page.locator(".qr-code path").getAttribute("d")).toBe(dark.join(""));
    await laptop.looksAround("a device is added: the words");
  });

  it("the phone forgives a typing error, and says so", async () => {
    phone = await arrives("phone");
    await phone.looksAround("unlock from another device");
    await asksWith(phone, words.slice(1).join(" "));
    await phone.reads("There are twelve words.");
    await asksWith(phone, ["oakroom", ...words.slice(1)].join(" "));
    await phone.reads("One of these is not among the words.");
  });

  it("with all twelve, both show the same two words, and a yes on the laptop opens the phone", async () => {
    await asksWith(phone, words.join(" "));
    await phone.reads("Now look at your other device.");
    await laptop.reads("Does the new device show these two words?");
    const check = await laptop.page.locator(".pairing-check").innerText();
    expect(check.split(" ")).toHaveLength(2);
    expect(await phone.page.locator(".pairing-check").innerText()).toBe(check);
    await laptop.looksAround("a device is added: the same words");
    await phone.looksAround("unlock from another device: waiting");
    await laptop.presses("They are the same: add it");
    await laptop.reads("Your new device opens your rooms now.");
    await phone.sees("You and Ingrid");
    await phone.reads("Written before the phone was there.");
    await writes(phone, "From the phone.");
    await laptop.visits(`/rooms/${two.room}`);
    await laptop.reads("From the phone.");
  });

  it("words that were used are worth nothing, and a no passes nothing on", async () => {
    const stranger = await arrives("desktop");
    await asksWith(stranger, words.join(" "));
    await stranger.reads("No device of yours waits for these words.");
    await asksWith(stranger, (await shows()).join(" "));
    await laptop.presses("No, stop");
    await laptop.reads("Nothing was passed on.");
    await stranger.reads("Your other device did not add this one.");
    await stranger.visits(`/rooms/${two.room}`);
    await stranger.sees("Unlock your rooms");
    await stranger.leaves();
  });

  it("a tablet reads the pattern, as a camera gives it, and is let in", async () => {
    const tablet = await arrives("phone");
    await asksWith(tablet, (await shows()).join(" ").toUpperCase());
    await laptop.presses("They are the same: add it");
    await tablet.sees("You and Ingrid");
    await tablet.reads("From the phone.");
    await laptop.reads("Your new device opens your rooms now.");
    await laptop.visits("/keys");
    await laptop.page
      .getByRole("button", { name: /^Take it out: / })
      .nth(2)
      .waitFor();
    await tablet.leaves();
  });

  it("her phone asks whether that was her, on Home and by mail; the laptop, on which she said yes, does not", async () => {
    expect((await phone.mail("A device was added")).text).toContain("If it was not, open Oakroom");
    await phone.visits("/");
    await phone.reads(/^A device was added on .*: Chrome on Linux\.$/);
    await phone.reads("Was this you?");
    await phone.looksAround("Home, a device was added");
    await phone.presses("No: I lost control");
    await phone.sees("Your keys and devices");
    await phone.reads("If it was not you");
    await phone.reads("Check that my code works");
    await phone.looksAround("keys and devices, after a no");
    for (const person of [phone, laptop]) {
      await person.visits("/");
      await person.presses("Open the room");
      await person.sees("You and Ingrid");
      await person.visits("/");
      await person.settles();
      expect(await person.page.getByText("Was this you?").count()).toBe(0);
      await person.leaves();
    }
  });
});
