/** Leila's and Ingrid's half a year, where it is walked in their browsers. */
import { rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { CommitmentMoved } from "../../app/features/room/commitments/schema.ts";
import { eventOf } from "../../app/features/room/state/schema.ts";
import { aDay, type Day } from "../../app/values/day.ts";
import { joinsAtTalk, marksTheLimits, takesAlong, turnsTo } from "../kit/acts.ts";
import { at } from "../kit/story-clock.ts";
import type { Visitor } from "../kit/visitor.ts";
import { givesGroupsBack, type Keys, signs } from "../kit/whole-story.ts";
import { chooses, type Months } from "./months.ts";

/** Whoever walks: the two with their browsers, what they have written, and the clock. */
export interface Walk {
  readonly leila: Visitor;
  readonly ingrid: Visitor;
  readonly months: Months;
  readonly keys: Readonly<Record<"leila" | "ingrid", Keys>>;
  /** Goes to a day of that year, such as "02-10". */
  readonly goTo: (day: string, time: string) => Promise<void>;
}

/** What the two write, and nobody else may find anywhere. */
export const secrets = {
  hope: "We may disagree aloud, amber-pelican-31",
  hereFor: "Hard talks with my own team, indigo-harbour-47",
  goal: "Lead a team that says no to me, crimson-anvil-58",
  shown: "Somebody said it in a retrospective, walnut-comet-63",
  lift: "I sing in the lift, velvet-antler-29",
  takeaway: "I may say that it is new for me too, copper-meadow-72",
  promise: "Talk with each of the five alone, lilac-turbine-85",
  later: "Write down what I hand over, granite-teacup-91",
  topic: "How to hear bad news early, silver-orchard-16",
  weak: "I give advice too soon, maple-lighthouse-23",
  askTwice: "Ask twice before I suggest, olive-compass-38",
  story: "They stopped telling me bad news, cedar-trumpet-44",
  taught: "Calm can look like a closed door, pewter-falcon-52",
  keep: "You let him lead, and he did, russet-pillow-67",
  moment: "Daniel said it in the meeting, jade-windowsill-79",
  silence: "The harvest meeting ate our June, scarlet-button-84",
  privately: "Thank her for March, turquoise-ladder-95",
  learned: "To ask before I know what to ask, bronze-thimble-13",
  thanks: "Thank you for nine seconds of silence, coral-lantern-26",
} as const;

const passphrase = "river copper window seldom echo bright";

/** A day of that year. */
export const on = (day: string): Day => aDay(`2026-${day}`);

/** The first agenda, card by card; what was agreed is signed. */
export async function firstSession({ leila, ingrid, months, keys, goTo }: Walk): Promise<void> {
  await goTo("02-10", "13:58");
  for (const person of [leila, ingrid]) await person.visits(months.room());
  await leila.presses("Begin");
  await leila.presses("Begin to talk");
  await leila.sees("Talk");
  await ingrid.presses("Begin");
  await joinsAtTalk(ingrid);
  for (const person of [leila, ingrid]) await marksTheLimits(person);
  await turnsTo(ingrid, "What trust means to each of us");
  for (const person of [leila, ingrid]) await turnsTo(person, "Here for, and not for");
  await leila.types("We are here for", secrets.hereFor);
  await leila.presses("Suggest this");
  await ingrid.reads(secrets.hereFor);
  await ingrid.presses("Fine for me");
  for (const person of [leila, ingrid]) await turnsTo(person, "How and when we meet");
  await ingrid.presses("Suggest this");
  await leila.presses("Fine for me");
  await leila.presses("Go to Close");
  await leila.sees("Close well");
  await ingrid.presses("Go there too");
  await takesAlong(leila, secrets.takeaway);
  await ingrid.reads(secrets.takeaway);
  await signs(leila, keys.leila);
  await signs(ingrid, keys.ingrid);
  await givesGroupsBack(leila, keys.leila);
  await givesGroupsBack(ingrid, keys.ingrid);
  await leila.types("What will be done", secrets.promise);
  await leila.types("By when", on("02-20"));
  await leila.types("Day", on("02-24"));
  await leila.types("Time", "14:00");
  await leila.presses("Close the session");
  await leila.reads("The session is closed. Thank you.");
  await ingrid.reads(secrets.promise);
  await months.takesNext();
}

/** A goal, common ground, and a regular time. */
export async function goalGroundAndTime({ leila, ingrid, months, goTo }: Walk): Promise<void> {
  await goTo("02-12", "17:30");
  await leila.visits(months.room("/goals"));
  await leila.presses("Set a goal");
  await leila.types("The goal, in one sentence", secrets.goal);
  await leila.types("How will we notice?", secrets.shown);
  await leila.types("By when", on("07-31"));
  await leila.presses("Set it");
  await ingrid.visits(months.room());
  await ingrid.reads("Where this is going");
  for (const person of [leila, ingrid]) {
    await person.visits(months.room("/common-ground"));
    await person.unfolds("What I like");
    await person.presses("I grow things.");
    await person.unfolds("Learning");
    await person.presses("I learned something important late.");
    await person.unfolds(person === leila ? "How I am" : "People");
    await person.presses(person === leila ? "I keep lists of everything." : "I grew up in a full house.");
    if (person === leila) await person.types("A line of your own", secrets.lift);
    await person.presses("Compare");
  }
  await ingrid.reads("I grow things.");
  await leila.reads("I grow things.");
  expect(await ingrid.page.getByText("I keep lists of everything.").and(ingrid.page.locator(".words")).count()).toBe(0);
  await leila.visits(months.room("/sessions"));
  await leila.unfolds("Choose a regular time");
  await leila.page.getByLabel("Weekday").selectOption({ label: "Tuesday" });
  await leila.types("Time", "14:00");
  await leila.presses("Make this our regular time");
  await leila.reads(/Tuesday, 14:00/);
  await ingrid.visits(months.room("/sessions"));
  await ingrid.reads(/Tuesday, 14:00/);
}

/** Prepare, a question that is asked and left, and Close by Ingrid. */
export async function secondSession({ leila, ingrid, months, goTo }: Walk): Promise<void> {
  await goTo("02-19", "08:00");
  await leila.visits("/");
  await leila.reads("With Ingrid");
  await ingrid.visits("/");
  await ingrid.settles();
  expect(await ingrid.page.getByText(secrets.promise).count()).toBe(0);
  await leila.presses(`Done: ${secrets.promise}`);
  await goTo("02-24", "13:50");
  await leila.visits(months.session("prepare"));
  await leila.reads(secrets.takeaway);
  await leila.types("Notes for yourself", secrets.privately);
  await leila.presses("Keep these notes");
  await leila.types("What would you like to talk about?", secrets.topic);
  await leila.presses("Keep this topic");
  await leila.presses("We are here");
  await ingrid.visits(months.session("talk"));
  await ingrid.reads(secrets.topic);
  await turnsTo(ingrid, "Find a question");
  await ingrid.presses("Put it into the room");
  await leila.presses("Begin to talk");
  await leila.reads("Ingrid asks");
  await leila.presses("Not this");
  await ingrid.reads("Let us leave this one.");
  await ingrid.presses("Go to Close");
  await leila.presses("Go there too");
  await leila.sees("Close well");
  await leila.types("What will be done", secrets.later);
  await leila.types("By when", on("03-03"));
  await leila.presses("Keep it, and write another");
  await ingrid.presses("Take the first of these");
  await ingrid.reads("It is set.");
  await ingrid.presses("Close the session");
  await ingrid.reads("The session is closed. Thank you.");
  await months.takesNext();
}

/** Ingrid goes first, asks what she could do better, and closes. */
export async function thirdSession({ leila, ingrid, months, goTo }: Walk): Promise<void> {
  await goTo("03-02", "09:00");
  const commitment = (await months.pair.view("mentee")).state.commitments.all.at(-1)?.id;
  if (!commitment) throw new Error("nothing was promised");
  await months.writes("mentee", eventOf(CommitmentMoved, { commitment, due: on("03-17") }));
  await goTo("03-10", "14:50");
  for (const person of [leila, ingrid]) await person.visits(months.session("close"));
  await ingrid.reads("Ask for one thing about your mentoring");
  await ingrid.unfolds("Go first, and ask");
  await ingrid.types(/^A criticism you once got/, "That I answered before they had finished.");
  await ingrid.types("A weak point of yours as a mentor", secrets.weak);
  await ingrid.types("One concrete question", "Should I give more advice, or ask more?");
  await ingrid.types("One choice", "More advice");
  await ingrid.types("The other choice", "More questions");
  await ingrid.presses("Ask Leila");
  await leila.reads(secrets.weak);
  await leila.presses("More questions");
  await ingrid.types("What I take from it", "Asking is not the same as hesitating.");
  await ingrid.types("One thing I will do differently", secrets.askTwice);
  await ingrid.presses("Send it");
  await ingrid.readsNoMore("One thing I will do differently");
  await ingrid.presses("Take the first of these");
  await ingrid.reads("It is set.");
  await ingrid.presses("Close the session");
  await ingrid.reads("The session is closed. Thank you.");
  await leila.visits(months.room("/goals"));
  await leila.reads(secrets.askTwice);
  await months.takesNext();
}

/** A story, feedback that is asked for first, and Close by Leila. */
export async function eighthSession({ leila, ingrid, months, goTo }: Walk): Promise<void> {
  const plan = (await months.pair.view("mentee")).state.sessions.all.find(({ id }) => id === months.next)?.plan;
  expect(plan?.startsAt).toBe(at(on("06-16"), "14:00"));
  await goTo("06-16", "13:58");
  await ingrid.visits(months.session("talk"));
  await ingrid.unfolds("A note to both");
  await chooses(ingrid, "A story");
  await ingrid.types("What I tried", "I took over a team, and stayed calm.");
  await ingrid.types("What went wrong, and my part in it", secrets.story);
  await ingrid.types("What it taught me", secrets.taught);
  await ingrid.presses("Tell it to Leila");
  // The form goes once the story is safe; whoever left the page before would take it along.
  await ingrid.readsNoMore("What it taught me");
  await ingrid.visits(months.room());
  await chooses(ingrid, "Feedback");
  await ingrid.types("What it is about", "the retrospective");
  await ingrid.presses("Ask Leila");
  await leila.visits(months.room());
  await leila.reads(secrets.taught);
  await leila.presses("Now");
  await leila.visits("/");
  await ingrid.presses("Write it now");
  await ingrid.types("Keep", secrets.keep);
  await ingrid.presses("Put it into the room");
  await leila.visits(months.room());
  await leila.reads(secrets.keep);
  await leila.visits(months.session("close"));
  await leila.presses("Take the first of these");
  await leila.reads("It is set.");
  await leila.presses("Close the session");
  await leila.reads("The session is closed. Thank you.");
  await months.takesNext();
}

/** Leila's keepsake, opened where there is no network. */
export async function keepsake({ leila, months }: Walk): Promise<void> {
  await leila.visits(months.room("/more/keepsake"));
  await leila.presses("Make the file");
  await leila.types("A passphrase for the file", passphrase);
  const coming = leila.page.waitForEvent("download");
  await leila.presses("Make the file");
  const file = join(tmpdir(), `oakroom-keepsake-${months.pair.room}.html`);
  await (await coming).saveAs(file);
  const offline = await leila.context.browser()?.newContext({ offline: true });
  const opened = await offline?.newPage();
  if (!offline || !opened) throw new Error("no browser");
  await opened.goto(pathToFileURL(file).href);
  await opened.getByLabel("Passphrase").fill(passphrase);
  await opened.getByRole("button", { name: "Open" }).click();
  await opened.getByText(secrets.silence).waitFor();
  await opened.getByText("Every signature was checked just now, and holds.").waitFor();
  expect(await opened.getByText(secrets.taught).count()).toBe(0);
  await offline.close();
  expect((await readFile(file)).includes(secrets.silence)).toBe(false);
  rmSync(file);
}
