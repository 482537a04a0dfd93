/** `help`: what there is. */
import type { Command } from "./command.ts";
import { misuse } from "./failure.ts";
import { nearest } from "../values/nearest.ts";

const more: Readonly<Record<string, ReadonlyArray<string>>> = {
  setup: [
    "--manager-name NAME --manager-email ADDRESS   who manages it and gets the link",
    "--organisation NAME                           whoever runs this server; asked once",
    "--programme NAME                              what the programme is called",
    "--starts DAY --ends DAY, or --rolling         a cohort, or a programme that goes on",
    "--adults-only                                 you declare that everyone who takes part is of age",
    "--variant PLACE                               company, between-companies, university, health, public-service, charity",
    '--contact "NAME <ADDRESS>"                    twice or more: contacts for concerns',
    "--contacts-apart                              you declare that no contact reports to another",
    "--prepared                                    you declare that mentors and mentees are prepared and the statement was read by somebody who",
    "                                              knows the law here; without it the programme is a draft until a manager has done that",
    "What is not given is asked for.",
  ],
  appoint: [
    "--programme ID   which programme; needed where there is more than one",
    "--beside         although somebody manages it already: they stay, and everyone in the programme can read it",
  ],
  import: [
    "--programme ID   which programme; needed where there is more than one",
    "--dry-run        say what would happen, and write nothing",
    "--json           print the outcome as JSON",
    "--everyone-is ROLE   mentor or mentee, for a file without a column of roles",
    "--use-suggestions    take what is proposed for unknown roles and time zones",
  ],
  invite: ["--programme ID   which programme; needed where there is more than one"],
  match: [
    "solve --in problem.json [--out matching.json] [--csv pairs.csv]     the best matching of a problem file",
    "verify --in problem.json --matching matching.json                   check one, by code that shares nothing with the solver",
    "run [--programme ID] [--problem FILE] [--out FILE] [--csv FILE]     match the people of a programme; writes nothing into it",
    "The files are told in packages/matching/README.md. They say who named whom: keep them to yourself, and delete them.",
    "solve and verify need no server and no database.",
    "Exit code: 0 done or proved, 1 not proved or not written, 2 wrongly called, or a file that cannot be read.",
  ],
  verify: [
    "--identity IDENTITY   the author's, as they read it out; without it you learn which key signed, not whose it is",
    "The passphrase of the file is asked for, or taken from OAKROOM_PASSPHRASE.",
    "Reads the file alone: no server, no database, no network.",
    "Exit code: 0 the signature holds, 1 it does not or the file does not open, 2 wrongly called.",
  ],
  evidence: [
    "--json   print it as JSON",
    "Reads what the last npm test left in .oakroom/evidence.json, or the FILE of a run elsewhere; runs nothing itself.",
    "What did not run says so. Exit code: 0 nothing failed, 1 something did.",
  ],
  doctor: ["--json   print the outcome as JSON"],
};

/** Lists the commands, or says more about one. */
export function helpFor(commands: () => ReadonlyArray<Command>): Command {
  return {
    name: "help",
    usage: "[COMMAND]",
    summary: "Say what there is, or more about one command",
    run: async ([typed], io) => {
      if (typed === undefined) {
        io.out("npm run oakroom -- COMMAND");
        const calls = commands().map(({ name, usage }) => `${name} ${usage}`.trim());
        const width = Math.max(...calls.map((call) => call.length));
        for (const [at, { summary }] of commands().entries())
          io.out(`  ${(calls[at] ?? "").padEnd(width)}  ${summary}`);
        io.out(
          "Settings: OAKROOM_DATA, OAKROOM_ORIGIN, OAKROOM_PORT, OAKROOM_HOST, OAKROOM_PROXY, OAKROOM_SMTP_URL, OAKROOM_MAIL_FROM, OAKROOM_BACKUP_DAYS, OAKROOM_ENDED_ROOM_DAYS, OAKROOM_LOG, DATABASE_URL",
        );
        return 0;
      }
      const command = commands().find(({ name }) => name === typed);
      if (!command) throw unknownCommand(typed, commands());
      io.out(`npm run oakroom -- ${`${command.name} ${command.usage}`.trim()}`);
      io.out(`${command.summary}.`);
      for (const line of more[command.name] ?? []) io.out(`  ${line}`);
      return 0;
    },
  };
}

/** The one line for a command that there is not. */
export function unknownCommand(typed: string, commands: ReadonlyArray<Command>): Error {
  const near = nearest(
    typed,
    commands.map(({ name }) => name),
  );
  return misuse(
    near === undefined
      ? `There is no command ${typed}. See: npm run oakroom -- help`
      : `There is no command ${typed}. Did you mean ${near}?`,
  );
}
