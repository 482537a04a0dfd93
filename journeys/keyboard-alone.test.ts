import { afterAll, beforeAll, describe, it } from "vitest";
import { linkIn } from "../demo/outbox.ts";
import { goesIn, joinsAtTalk, takesTheDate, turnsTo } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { inMinutes } from "./kit/clock.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import { keys, tabsTo, ticksWithSpace, typesInto } from "./kit/keyboard.ts";
import { comes, type Visitor } from "./kit/visitor.ts";

describe("at 390 px with the keyboard alone", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    leila = await comes(two.oakroom, { ...two.leila, device: "phone" });
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Leila signs in and unlocks her room", async () => {
    await leila.visits("/");
    await typesInto(leila, "Your e-mail address", two.leila.email);
    await leila.page.keyboard.press("Enter");
    await leila.sees("Look into your mail");
    await leila.visits(linkIn(await leila.mail("Sign in")));
    await keys(leila, "Sign in");
    await keys(leila, "Unlock");
    await leila.sees("Unlock your rooms");
    await typesInto(leila, "Passphrase", two.leila.passphrase);
    await leila.page.keyboard.press("Enter");
    await leila.sees("You and Ingrid");
  });

  it("she offers a date that is a few minutes away", async () => {
    await keys(leila, "Find a date");
    await leila.sees("Find a date");
    await keys(leila, "Other times");
    const { day, time } = inMinutes(10);
    const [year = "", month = "", date = ""] = day.split("-");
    const [hours = 0, minutes = ""] = time.split(":");
    // Native controls take their parts one after the other, in the order of the browser's language: American here.
    await typesInto(leila, "Day, 1", `${month}${date}${year}`);
    const hour = String(Number(hours) % 12 || 12).padStart(2, "0");
    await typesInto(leila, "Time, 1", `${hour}${minutes}${Number(hours) < 12 ? "A" : "P"}`);
    await typesInto(leila, "A short note", "Hello Ingrid, shall we begin?");
    await keys(leila, "Offer these dates");
    await leila.reads("You offered dates");
    await takesTheDate(ingrid, two.room);
  });

  it("she opens the session, names her topic, and talks through the limits", async () => {
    await keys(leila, "Begin");
    await leila.sees("Arrive");
    await typesInto(leila, "What would you like to talk about?", "Hearing bad news early");
    await leila.page.keyboard.press("Enter");
    await leila.reads("Kept");
    await keys(leila, "Begin to talk");
    await leila.sees("Talk");
    await goesIn(ingrid, two.room);
    await joinsAtTalk(ingrid);
    await ticksWithSpace(leila, "None of these that I know of.");
    await keys(leila, "We talked about it");
    await leila.reads(/You marked on/);
    await turnsTo(leila, "Here for, and not for", () => keys(leila, "Next card"));
    await keys(leila, "Suggest this");
    await leila.reads("Waits for Ingrid’s yes");
  });

  it("she closes with a takeaway and something to do, and comes back to her room", async () => {
    await keys(leila, "Go to Close");
    await leila.sees("Close well");
    await typesInto(leila, "One thing I take with me", "Ask before I assume.");
    await leila.page.keyboard.press("Enter");
    await ingrid.presses("Go there too");
    await ingrid.reads("Ask before I assume.");
    await typesInto(leila, "What will be done", "Ask Daniel what he would not say.");
    await leila.page.keyboard.press("Enter");
    await ingrid.reads("Ask Daniel what he would not say.");
    await keys(leila, "Close the session");
    await leila.sees("You and Ingrid");
  });

  it("she writes a note, leaves through the menu, and is signed out", async () => {
    await typesInto(leila, "Write to Ingrid", "Thank you for today.");
    await leila.page.keyboard.press("Control+Enter");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("Thank you for today.");
    await tabsTo(leila, /^Menu of /);
    await leila.page.keyboard.press("Enter");
    await keys(leila, "Sign out");
    await leila.sees("Sign in");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
