/** `doctor`: looks at everything an operator may have to mend. */
import { existsSync, statfsSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { databaseFile, openDatabase } from "../server/database/open.ts";
import { unknownSettings } from "../server/config.ts";
import { explain } from "../server/explain.ts";
import type { Command, CommandIo } from "./command.ts";
import { checkDatabase } from "./doctor/database.ts";
import { checkMail } from "./doctor/mail.ts";
import { type Finding, good, look, wrong } from "./doctor/finding.ts";
import { misuse } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { settingsOf, withPlace } from "./place.ts";

/** Checks settings, disk, database, mail, jobs and clock. Exit code 1 where something does not work. */
export const doctor: Command = {
  name: "doctor",
  usage: "[--json]",
  summary: "Look at settings, disk, database, mail, waiting work and clock",
  async run(args, io) {
    const { flags, words } = readFlags(args, { json: "switch" }, "doctor");
    if (words.length > 0) throw misuse(`doctor takes no words, not "${words[0]}".`);
    const findings = await examine(io);
    if (flags.json) io.out(JSON.stringify(findings));
    else for (const { about, state, line } of findings) io.out(`${state.padEnd(5)}  ${about}: ${line}`);
    return findings.some(({ state }) => state === "wrong") ? 1 : 0;
  },
};

async function examine(io: CommandIo): Promise<ReadonlyArray<Finding>> {
  const config = settingsOf(io);
  const settings = config.originIsSecure
    ? good("settings", `people open ${config.origin}`)
    : look(
        "settings",
        `${config.origin} is neither https nor localhost, so rooms cannot open; set OAKROOM_ORIGIN to an https address`,
      );
  const mail = checkMail(config);
  const names = unknownSettings(io.env).map((line) => look("settings", line.replace("Warning: ", "")));
  try {
    const disk = checkFolder(config.dataFolder);
    if (config.databaseUrl === undefined && !existsSync(join(config.dataFolder, databaseFile)))
      return [
        settings,
        ...names,
        disk,
        look("database", "there is none yet; start the server, or run setup"),
        await mail,
      ];
    const inside = await withPlace(io, checkDatabase, async () => openDatabase(config));
    return [settings, ...names, disk, ...inside, await mail];
  } catch (error) {
    const line = explain(error, config)?.line;
    if (line === undefined) throw error;
    return [settings, ...names, wrong("database", line), await mail];
  }
}

const enough = 1024 ** 3;
const little = 100 * 1024 ** 2;

function checkFolder(folder: string): Finding {
  // Looking makes nothing: whoever looks may not be who runs the server.
  if (!existsSync(folder)) return look("disk", `${folder} is not there yet; the first start makes it`);
  const probe = join(folder, ".doctor");
  writeFileSync(probe, "");
  unlinkSync(probe);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const words = `${Math.floor(free / 1024 ** 2)} MB free in ${folder}`;
  if (free < little) return wrong("disk", `only ${words}; free some space before writing stops`);
  return free < enough ? look("disk", `only ${words}`) : good("disk", words);
}
