import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";

describe("signing out on a machine that others use", () => {
  let two: TwoWithARoom;

  beforeAll(async () => {
    two = await twoWithARoom();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("closes the rooms too: whoever comes next needs the passphrase", async () => {
    const leila = await opensRooms(two.oakroom, two.leila, two.room);
    await leila.page.getByLabel(/^Menu of /).click();
    await leila.presses("Sign out");
    await leila.page.getByLabel("Your e-mail address").waitFor();
    await leila.signsIn();
    await leila.visits(`/rooms/${two.room}`);
    await leila.sees("Unlock your rooms");
    expect(await leila.page.getByLabel("Passphrase").count()).toBe(1);
    await leila.leaves();
  });
});
