/** `appoint`: makes somebody a manager of a programme that nobody can manage any more, and prints their one-time link. */
import * as z from "zod/mini";
import { managersOf } from "../features/programme/invitations/managers/store.ts";
import { appointManager } from "../features/programme/managers/store.ts";
import { FirstManager } from "../features/programme/programmes/schema.ts";
import { signInLink } from "../features/programme/sign-in/jobs.ts";
import { drawRequest, keepRequest } from "../features/programme/sign-in/requests/store.ts";
import { addressKey } from "../values/text.ts";
import type { Command } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { withPlace } from "./place.ts";
import { findProgramme } from "./programme.ts";

const example = 'appoint "Otto Meier <otto@example.org>"';

/** Appoints a manager. While somebody manages the programme, they invite others themselves. */
export const appoint: Command = {
  name: "appoint",
  usage: '"NAME <ADDRESS>" [--programme ID]',
  summary: "Make somebody a manager of a programme that nobody can manage any more",
  async run(args, io) {
    const { flags, words } = readFlags(args, { programme: "text", beside: "switch" }, "appoint");
    const person = readPerson(words);
    return withPlace(io, async (place) => {
      const { db, chance, now, config } = place;
      const programmeId = await findProgramme(place, flags.programme);
      const request = drawRequest(chance);
      await db.write(async (writer) => {
        const there = await managersOf(writer, programmeId);
        if (there.length > 0 && !flags.beside)
          throw refusal(
            `This programme is managed by ${there.map(({ name, email }) => `${name} <${email}>`).join(", ")}, who can invite others. Where they cannot be reached any more, add --beside.`,
          );
        await appointManager(writer, chance, now, programmeId, person);
        await keepRequest(writer, request, addressKey(person.email), now);
      });
      io.out(`${person.name} manages the programme now. They sign in with this link, once, within 15 minutes:`);
      io.out(signInLink(config.origin, request.token));
      io.out(`Later: ask for a mail at ${config.origin}/sign-in`);
      return 0;
    });
  },
};

function readPerson(words: ReadonlyArray<string>) {
  const parts = /^\s*(?<name>[^<]+?)\s*<(?<email>[^>]+)>\s*$/.exec(words.length === 1 ? (words[0] ?? "") : "")?.groups;
  const parsed = z.safeParse(FirstManager, { name: parts?.["name"], email: parts?.["email"] });
  if (!parsed.success) throw misuse(`appoint needs a name and an address, for example: ${example}`);
  return parsed.data;
}
