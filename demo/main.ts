/** `npm run demo`: Oakroom with a made-up programme on a throw-away folder, to walk about in. Ctrl-C ends it and removes the folder. */
import { join } from "node:path";
import { dayLength } from "../app/values/instant.ts";
import { askForLink, type Person } from "./person.ts";
import { openStage, type Stage } from "./stage.ts";
import { tell } from "./story.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);
/** How long ago the story begins at the earliest: nine weeks, and the days since Monday. */
const behindMs = 71 * dayLength;

function endOnSignals(stage: Stage): (error: unknown) => void {
  let isEnding = false;
  const end = (exitCode: number) => {
    if (isEnding) return;
    isEnding = true;
    say("The demo ends; its folder is removed.");
    stage.end().then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => end(0));
  const fail = (error: unknown) => {
    process.stderr.write(`The demo stopped: ${error instanceof Error ? error.message : "a defect"}\n`);
    end(1);
  };
  process.on("unhandledRejection", fail);
  return fail;
}

async function introduce(stage: Stage, who: string, { name, email, passphrase }: Person): Promise<void> {
  const link = await askForLink(stage.setting, email);
  say(`\n${who}: ${name} <${email}>\n  Sign-in link: ${link}\n  Passphrase: ${passphrase}`);
}

async function show(stage: Stage, began: number): Promise<void> {
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`.padStart(5);
  const { manager, mentor, mentee, contact } = await tell(stage, began, (line) => say(`${seconds()}  ${line}`));
  say(
    `\nOakroom is ready at ${stage.setting.door.origin}. Open each link in a browser window of its own (private windows do).`,
  );
  await introduce(stage, "Programme manager", manager);
  await introduce(stage, "Mentor of two", mentor);
  await introduce(stage, "Mentee", mentee);
  await introduce(stage, "Contact for concerns", contact);
  say("\nThe manager also mentors; the passphrase opens her own side, and no room of anybody else.");
  say("Help and safety, on every page, leads the mentee to the contact, who opens what she shows there.");
  say("A link works once, within 15 minutes. For another, enter the address on the sign-in page:");
  say(`the mail lies in ${join(stage.dataFolder, "outbox")}, the newest file last.`);
  say("Ctrl-C ends the demo and removes everything.");
}

async function main(): Promise<void> {
  const began = Date.now();
  say("Making a programme of 40 made-up people; this takes about a minute.");
  const stage = await openStage(process.env, began - behindMs);
  const fail = endOnSignals(stage);
  await show(stage, began).catch(fail);
}

await main();
