/** `setup`: makes a programme with its manager, by flags or by asking, and prints the manager's one-time link. */
import * as z from "zod/mini";
import { refuseProgramme, variants } from "../features/programme/programmes/rules.ts";
import { FirstManager, FirstProgramme } from "../features/programme/programmes/schema.ts";
import { endSetUpLink } from "../features/programme/programmes/set-up/store.ts";
import { insertProgramme, listProgrammes, readOrganisation } from "../features/programme/programmes/store.ts";
import { signInLink } from "../features/programme/sign-in/jobs.ts";
import { drawRequest, keepRequest } from "../features/programme/sign-in/requests/store.ts";
import { accountFor } from "../features/programme/sign-in/store.ts";
import { ProgrammeId } from "../values/id.ts";
import { addressKey } from "../values/text.ts";
import type { Command, CommandIo } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { type Place, withPlace } from "./place.ts";

const flagKinds = {
  organisation: "text",
  programme: "text",
  starts: "text",
  ends: "text",
  rolling: "switch",
  "adults-only": "switch",
  variant: "text",
  contact: "list",
  "contacts-apart": "switch",
  prepared: "switch",
  "manager-name": "text",
  "manager-email": "text",
} as const;

type Flags = ReturnType<typeof readFlags<typeof flagKinds>>["flags"];

/** One question: what to ask, which flag answers it, and an example. */
interface Question {
  readonly ask: string;
  readonly flag: string;
  readonly example: string;
}

/** Makes organisation, programme and manager. */
export const setup: Command = {
  name: "setup",
  usage: "[--organisation NAME --programme NAME …]",
  summary: "Make a programme with its manager, and print the manager's sign-in link",
  async run(args, io) {
    const { flags, words } = readFlags(args, flagKinds, "setup");
    if (words.length > 0)
      throw misuse(`setup takes flags alone, not "${words[0]}". See: npm run oakroom -- help setup`);
    return withPlace(io, async (place) => {
      const known = await readOrganisation(place.db.read);
      const answers = await askAll(flags, io, known);
      await make(place, answers, flags.prepared, io);
      return 0;
    });
  },
};

/** Takes an answer from its flag, or asks for it. */
interface Asker {
  readonly flags: Flags;
  answer(given: string | undefined, question: Question): Promise<string>;
  agree(given: boolean, question: Question): Promise<true>;
}

function askerOf(flags: Flags, io: CommandIo): Asker {
  return {
    flags,
    async answer(given, question) {
      const typed = given ?? (await io.ask?.(question.ask));
      if (typed?.trim()) return typed.trim();
      throw misuse(`setup needs --${question.flag}, for example: --${question.flag} ${question.example}`);
    },
    async agree(given, question) {
      if (given || /^y(es)?$/i.test(((await io.ask?.(`${question.ask} (yes or no)`)) ?? "").trim())) return true;
      throw misuse(`setup needs --${question.flag}: ${question.example}`);
    },
  };
}

const questions = {
  managerName: { ask: "The first manager's name?", flag: "manager-name", example: '"Maria Lind"' },
  managerEmail: { ask: "Their mail address?", flag: "manager-email", example: "maria@example.org" },
  organisation: { ask: "What is your organisation called?", flag: "organisation", example: '"Northwind"' },
  programme: { ask: "What is the programme called?", flag: "programme", example: '"Autumn mentoring"' },
  ends: { ask: "Last day?", flag: "ends", example: "2027-06-30" },
  adultsOnly: {
    ask: "Is everyone who takes part of age?",
    flag: "adults-only",
    example: "you declare that everyone who takes part is of age; Oakroom is not for young people.",
  },
  variant: { ask: `Which place at work is it: ${variants.join(", ")}?`, flag: "variant", example: "company" },
  firstContact: {
    ask: "First contact for concerns, as Name <address>?",
    flag: "contact",
    example: '"Lena Brandt <lena@example.org>"',
  },
  secondContact: {
    ask: "Second contact?",
    flag: "contact",
    example: '"Lena Brandt <lena@example.org>" --contact "Paul Okafor <paul@example.org>"',
  },
  contactsApart: {
    ask: "Does none of them report to another, directly or through others?",
    flag: "contacts-apart",
    example: "you declare that no contact reports to another.",
  },
} as const satisfies Readonly<Record<string, Question>>;

async function askAll(flags: Flags, io: CommandIo, known: string | undefined) {
  const asker = askerOf(flags, io);
  const manager = {
    name: await asker.answer(flags["manager-name"], questions.managerName),
    email: await asker.answer(flags["manager-email"], questions.managerEmail),
  };
  const organisation = known ?? (await asker.answer(flags.organisation, questions.organisation));
  const name = await asker.answer(flags.programme, questions.programme);
  const timing = flags.rolling ? { kind: "rolling" } : await askTiming(asker, io);
  const adultsOnly = await asker.agree(flags["adults-only"], questions.adultsOnly);
  const variant = await asker.answer(flags.variant, questions.variant);
  const contacts = [
    await asker.answer(flags.contact[0], questions.firstContact),
    await asker.answer(flags.contact[1], questions.secondContact),
    ...flags.contact.slice(2),
  ].map(readContact);
  const contactsApart = await asker.agree(flags["contacts-apart"], questions.contactsApart);
  return { manager, programme: { organisation, name, timing, adultsOnly, variant, contacts, contactsApart } };
}

async function askTiming(asker: Asker, io: CommandIo) {
  const startsOn =
    asker.flags.starts ??
    (await io.ask?.("First day of the cohort, such as 2026-10-01, or nothing where the programme goes on?"))?.trim();
  if (startsOn === "") return { kind: "rolling" };
  if (startsOn === undefined)
    throw misuse("setup needs --starts 2026-10-01 and --ends 2027-06-30, or --rolling for a programme that goes on.");
  return { kind: "cohort", startsOn, endsOn: await asker.answer(asker.flags.ends, questions.ends) };
}

function readContact(typed: string) {
  const parts = /^\s*(?<name>[^<]+?)\s*<(?<email>[^>]+)>\s*$/.exec(typed)?.groups;
  if (!parts)
    throw misuse(
      `A contact is a name and an address, for example: --contact "Lena Brandt <lena@example.org>", not "${typed}".`,
    );
  return { name: parts["name"] ?? "", email: parts["email"] ?? "" };
}

const flagOf: Readonly<Record<string, string>> = {
  "manager.name": "--manager-name has to hold a name of at most 120 characters.",
  "manager.email": "--manager-email has to be an address such as maria@example.org.",
  "programme.organisation": "--organisation has to hold a name of at most 120 characters.",
  "programme.name": "--programme has to hold a name of at most 120 characters.",
  "programme.timing": "--starts and --ends have to be days such as 2026-10-01.",
  "programme.variant": `--variant has to be one of ${variants.join(", ")}.`,
  "programme.contacts":
    '--contact has to be given two to six times, each a name and an address such as "Lena Brandt <lena@example.org>".',
};

const refused = {
  "ends-before-it-starts": "The last day lies before the first; --ends has to come after --starts.",
  "same-contact-twice": "Two contacts have the same name or address; name different people with --contact.",
} as const;

async function make(place: Place, answers: unknown, isPrepared: boolean, io: CommandIo): Promise<void> {
  const parsed = z.safeParse(z.strictObject({ manager: FirstManager, programme: FirstProgramme }), answers);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.slice(0, 2).join(".") ?? "";
    throw misuse(flagOf[path] ?? "Something in these answers cannot be kept. See: npm run oakroom -- help setup");
  }
  const { manager, programme } = parsed.data;
  const no = refuseProgramme(programme);
  if (no) throw misuse(refused[no]);
  const { db, chance, now, config } = place;
  const id = ProgrammeId.parse(chance.id());
  const request = drawRequest(chance);
  await db.write(async (writer) => {
    const same = (await listProgrammes(writer)).find((one) => one.name === programme.name);
    if (same)
      throw refusal(
        `There is a programme called ${programme.name} already. Give this one another name with --programme.`,
      );
    const managerId = await accountFor(writer, chance, now, manager);
    await insertProgramme(writer, chance, now, { id, managerId, programme, isPrepared });
    await endSetUpLink(writer);
    await keepRequest(writer, request, addressKey(manager.email), now);
  });
  io.out(`The programme ${programme.name} is there. Its id: ${id}`);
  io.out(`${manager.name} signs in with this link, once, within 15 minutes:`);
  io.out(signInLink(config.origin, request.token));
  io.out(`Later: ask for a mail at ${config.origin}/sign-in`);
}
