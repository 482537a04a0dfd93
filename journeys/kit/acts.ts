/** What people do in a room, step by step, for stories that are about something else. */
import { codeIn } from "../../app/features/programme/sign-in/testing.ts";
import { inMinutes } from "./clock.ts";
import type { Visitor } from "./visitor.ts";

/** Offers one date that is a few minutes away, with a short note. */
export async function offersDateSoon(person: Visitor, room: string, note = "", zone = "Europe/Berlin"): Promise<void> {
  await person.visits(`/rooms/${room}/sessions/find`);
  await person.sees("Find a date");
  await fillsInDateSoon(person, note, zone);
}

/** Fills in the page "Find a date" and sends it. */
export async function fillsInDateSoon(person: Visitor, note: string, zone: string): Promise<void> {
  const { day, time } = inMinutes(10, zone);
  if (!(await person.page.getByLabel("Day, 1").isVisible())) await person.unfolds("Other times");
  await person.types("Day, 1", day);
  await person.types("Time, 1", time);
  if (note !== "") await person.types(/A short note/, note);
  await person.presses("Offer these dates");
}

/** Says yes to the date that was offered. */
export async function takesTheDate(person: Visitor, room: string): Promise<void> {
  await person.visits(`/rooms/${room}/sessions`);
  await person.presses(/This one suits me/);
}

/** Goes into the session that begins now. */
export async function goesIn(person: Visitor, room: string): Promise<void> {
  await person.visits(`/rooms/${room}`);
  await person.presses("Begin");
}

/** Goes to the step at which the other one is; whoever comes in a moment early is offered the way. */
export async function joinsAtTalk(person: Visitor): Promise<void> {
  await person.sees(/^(Arrive|Talk)$/);
  if (await person.page.getByRole("heading", { level: 1, name: "Arrive" }).isVisible())
    await person.presses("Go there too");
  await person.sees("Talk");
}

/** Marks the limits as talked through. */
export async function marksTheLimits(person: Visitor): Promise<void> {
  await person.ticks("None of these that I know of.");
  await person.presses("We talked about it");
  await person.reads(/You marked on/);
}

/** Turns the cards of Talk until the one of this name is in view; `next` turns one, by default with a press. */
export async function turnsTo(
  person: Visitor,
  name: string,
  next: () => Promise<void> = () => person.presses("Next card"),
): Promise<void> {
  const card = person.page.locator(".session-card");
  await card.locator("> *").first().waitFor({ state: "attached" });
  const folded = person.page.locator("details:not([open]) > summary", { hasText: "Cards, if you like" });
  if (await folded.isVisible()) await folded.click();
  for (let turned = 0; turned < 20; turned += 1) {
    const at = (await card.getAttribute("data-card")) ?? "";
    await card.locator("> *").first().waitFor();
    if (await person.page.getByRole("heading", { name, exact: true }).isVisible()) return;
    await next();
    await person.page.locator(`.session-card:not([data-card="${at}"])`).waitFor();
  }
  throw new Error(`no card is called ${name}`);
}

/** Writes a note into the room, on whatever screen has a place for it. */
export async function writes(person: Visitor, words: string): Promise<void> {
  await person.types(/^Write to /, words);
  await person.presses("Put it into the room");
  await person.page.waitForFunction(() =>
    Array.from(document.querySelectorAll("textarea")).every(({ value }) => value === ""),
  );
}

/** Keeps a takeaway at Close at once. */
export async function takesAlong(person: Visitor, words: string): Promise<void> {
  await person.types("One thing I take with me", words);
  await person.field("One thing I take with me").press("Enter");
}

/** Shows, in the middle of the set-up, that mail reaches the address. */
export async function confirmsAddress(manager: Visitor): Promise<void> {
  await manager.sees("Is your address right?");
  await manager.types("The six digits of the mail", codeIn((await manager.mail("your code for the set-up")).text));
  await manager.presses("Continue");
}

/** At the unlock page, without any key left: makes new ones, with their code. */
export async function beginsAnew(person: Visitor): Promise<void> {
  await person.sees("Unlock your rooms");
  await person.unfolds("I have neither. What now?");
  await person.presses("I have lost everything: begin anew");
  await person.presses("Make new keys");
  await person.presses("Make my keys");
  await person.presses("I have kept it");
}

/** Where things are shown to a contact: picks whom and what, up to the last look. */
export async function picksToShow(person: Visitor, ...whomAndWhat: ReadonlyArray<string>): Promise<void> {
  for (const choice of whomAndWhat) await person.ticks(choice);
  await person.presses("See it as it will be read");
}
