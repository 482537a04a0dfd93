/** The whole story, from a list of people to an ended room, as manager, mentee and mentor live it in their browsers. */
import { expect } from "vitest";
import { fillsInDateSoon, joinsAtTalk, marksTheLimits, takesAlong, turnsTo } from "./acts.ts";
import { inMinutes } from "./clock.ts";
import type { Visitor } from "./visitor.ts";

/** The people of the story, from the file; they share a language. */
export const lina = { name: "Lina Virtanen", email: "lina.virtanen@northwind.example" } as const;
/** The mentor. */
export const ravi = { name: "Ravi Almeida", email: "ravi.almeida@northwind.example" } as const;

/** The words that the two write, which nobody else may ever find. */
export const secrets = {
  hello: "Hello Ravi, zanzibar-kestrel-41",
  topic: "How to hear bad news early, obsidian-lantern-77",
  heard: "You fear the quiet ones, marigold-viaduct-12",
  takeaway: "Ask before I assume, tangerine-gasworks-58",
  promise: "Ask Daniel what he would not say, saffron-trellis-93",
  note: "My first team left me, juniper-ferryman-26",
  privately: "I was close to tears, cobalt-windmill-64",
  hereFor: "Hard talks with my own team, vermilion-sextant-87",
  farewell: "Thank you for the hours, heliotrope-quarry-35",
} as const;

/** What somebody keeps to themselves. */
export interface Keys {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

/** Joins from the mail to the page that says "You are in". */
export async function joins(person: Visitor, callName: string, why?: string): Promise<Keys> {
  await person.opensMail("invited");
  await person.presses("Join");
  await person.sees("Your name");
  await person.types("Please call me", callName);
  await person.presses("Go on");
  await person.sees("What for");
  if (why !== undefined) await person.types("Why I am here", why);
  await person.presses("Go on");
  await person.sees("When it suits you");
  await person.presses("Go on");
  await person.sees("Who sees what");
  await person.presses("Save and go on");
  return makesKeys(person);
}

/** Makes keys with the passphrase that is offered, and keeps the recovery code. */
export async function makesKeys(person: Visitor): Promise<Keys> {
  await person.page.waitForFunction(
    () => (document.querySelector("#passphrase")?.textContent ?? "").split(" ").length === 6,
  );
  const passphrase = (await person.page.locator("#passphrase").innerText()).trim();
  await person.presses("Make my keys");
  await person.sees("A code to keep");
  const groups = await person.page.getByRole("list", { name: "Recovery code" }).locator("li").allInnerTexts();
  expect(groups).toHaveLength(9);
  await person.presses("I have kept it");
  await person.sees("You are in");
  return { passphrase, recoveryCode: groups.join("-") };
}

/** The manager makes a draft of whoever has joined, and asks them. */
export async function managerAsks(manager: Visitor, programme: string): Promise<void> {
  await manager.visits(`${programme}/matching`);
  await manager.presses("Make a draft");
  await manager.reads("Proved best possible");
  await manager.presses("Ask 2 people");
  await manager.presses("Ask 2 people", manager.page.getByRole("dialog"));
  await manager.reads("2 people are asked.");
}

/** Both say yes; the mentee goes into the room and offers a date with a short note; the mentor takes it. The answer is the room. */
export async function bothSayYes(mentor: Visitor, mentee: Visitor): Promise<string> {
  await mentor.opensMail("suggested to you");
  await mentor.presses("Yes, I would like to meet Lina");
  await mentor.reads("You have answered.");
  await mentee.opensMail("suggested to you");
  await mentee.presses("Yes, I would like to meet Ravi");
  await mentee.presses("Open your room");
  await mentee.sees("You and Ravi");
  await mentee.presses("Find a date");
  await mentee.sees("Find a date");
  await fillsInDateSoon(mentee, secrets.hello, "Europe/Berlin");
  await mentee.reads("You offered dates");
  await mentor.opensMail("are a pair");
  await mentor.sees("You and Lina");
  await mentor.reads("Lina offers these dates");
  await mentor.presses("Choose a date");
  await mentor.reads(secrets.hello);
  await mentor.presses(/^This one suits me/);
  const room = /\/rooms\/([^/]+)/.exec(mentor.page.url())?.[1];
  if (room === undefined) throw new Error("no room");
  return room;
}

/** The first meeting: limits, what it is for, how and when; one device leads, the other follows. */
export async function firstMeeting(mentor: Visitor, mentee: Visitor): Promise<void> {
  await mentee.presses("Begin");
  await mentee.sees("Arrive");
  await mentee.presses("Begin to talk");
  await mentee.sees("Talk");
  await mentor.presses("Begin");
  await joinsAtTalk(mentor);
  for (const person of [mentee, mentor]) person.met.decisions.push("reaches Talk");
  for (const person of [mentee, mentor]) {
    await marksTheLimits(person);
    await turnsTo(person, "Here for, and not for");
  }
  await mentee.types("We are here for", secrets.hereFor);
  await mentee.presses("Suggest this");
  await mentor.reads(secrets.hereFor);
  await mentor.presses("Fine for me");
  for (const person of [mentee, mentor]) await turnsTo(person, "How and when we meet");
  await mentor.presses("Suggest this");
  await mentee.presses("Fine for me");
  await mentee.presses("Go to Close");
  await mentee.sees("Close well");
  await mentor.presses("Go there too");
  await mentor.sees("Close well");
}

/** Types back the groups of the recovery code that Close asks for. */
export async function givesGroupsBack(person: Visitor, { recoveryCode }: Keys): Promise<void> {
  const groups = recoveryCode.split("-");
  await person.unfolds("Check your recovery code");
  await person.page
    .getByLabel(/^Group \d$/)
    .first()
    .waitFor();
  const asked = await person.page.getByLabel(/^Group \d$/).all();
  expect(asked).toHaveLength(3);
  for (const label of await person.page.locator("label", { hasText: /^Group \d$/ }).allInnerTexts())
    await person.types(label, groups[Number(label.slice(-1)) - 1] ?? "");
  await person.presses("That is it");
  await person.reads("Your recovery code is kept.");
}

/** Signs what was agreed, with one's passphrase. */
export async function signs(person: Visitor, { passphrase }: Keys): Promise<void> {
  await person.types("Passphrase", passphrase);
  await person.presses("Sign");
  await person.reads(/You signed|is signed by both/);
}

/** Close: a takeaway, a promise, the next date, in a few minutes. */
export async function closesTheFirst(mentor: Visitor, mentee: Visitor): Promise<void> {
  await takesAlong(mentee, secrets.takeaway);
  await mentor.reads(secrets.takeaway);
  await mentee.types("What will be done", secrets.promise);
  const { day, time } = inMinutes(12);
  await mentee.types("Day", day);
  await mentee.types("Time", time);
  await mentee.presses("Close the session");
  await mentee.reads("The session is closed. Thank you.");
  await mentor.reads(secrets.promise);
  await mentor.reads("It is set.");
}

/** The second session: Prepare with what was and a private note, what I heard, and Close by the other one. */
export async function secondSession(mentor: Visitor, mentee: Visitor): Promise<void> {
  await mentee.presses("Begin");
  await mentee.presses("Prepare");
  await mentee.sees("A few minutes for yourself");
  await mentee.reads(secrets.takeaway);
  await mentee.presses(`Done: ${secrets.promise}`);
  await mentee.types("Notes for yourself", secrets.privately);
  await mentee.presses("Keep these notes");
  await mentee.types("What would you like to talk about?", secrets.topic);
  await mentee.presses("Keep this topic");
  await mentee.presses("We are here");
  await mentee.presses("Begin to talk");
  await mentor.visits("/");
  await mentor.presses("Begin");
  // Home stands before the room is read; whoever presses that early comes to the room's sessions first.
  await mentor.sees(/^(You and Lina|Arrive|Talk)$/);
  if (await mentor.page.getByRole("heading", { level: 1, name: "You and Lina" }).isVisible())
    await mentor.presses("Begin");
  await joinsAtTalk(mentor);
  await mentor.reads(secrets.topic);
  await mentor.unfolds("A note to both");
  await mentor.presses("What I heard");
  await mentor.types(/^Write to Lina/, secrets.heard);
  await mentor.presses("Put it into the room");
  await mentor.presses("Go to Close");
  await mentee.presses("Go there too");
  await mentee.sees("Close well");
  await mentor.presses("Close the session");
  await mentor.reads("The session is closed. Thank you.");
}

/** Between sessions: a note, an answer to what was heard, and search. */
export async function betweenSessions(mentor: Visitor, mentee: Visitor, room: string): Promise<void> {
  await mentor.visits(`/rooms/${room}`);
  await mentor.types(/^Write to Lina/, secrets.note);
  await mentor.presses("Put it into the room");
  await mentee.visits(`/rooms/${room}`);
  await mentee.reads(secrets.note);
  await mentee.presses("Yes");
  await mentor.reads("What I heard, confirmed");
  await mentee.unfolds("Search this room");
  await mentee.page.getByRole("searchbox").fill("juniper");
  await mentee.reads("1 thing found");
}

/** Pause, go on, and end; the other hears the neutral sentence, and the room stays readable. */
export async function pauseAndEnd(mentor: Visitor, mentee: Visitor, room: string): Promise<void> {
  await mentee.visits(`/rooms/${room}/more`);
  await mentee.unfolds("Pause for a while");
  await mentee.presses("Pause this pairing");
  await mentor.reads("This pairing is paused.");
  await mentee.presses("Go on");
  await mentor.readsNoMore("This pairing is paused.");
  await mentee.reads("Pause for a while");
  await mentee.presses("End this pairing now");
  await mentee.types("A short message, if you like", secrets.farewell);
  await mentee.presses("End the pairing");
  await mentee.reads("This pairing ended on");
  await mentor.reads("This pairing ended on");
  await mentor.visits(`/rooms/${room}`);
  await mentor.reads("You and Lina");
  await mentor.page.keyboard.press("End");
  await mentor.reads(secrets.farewell);
  expect(await mentor.page.getByLabel(/^Write to/).count()).toBe(0);
}
