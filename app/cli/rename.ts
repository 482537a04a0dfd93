/** `rename`: gives the organisation that runs this server another name; everybody in its programmes can read that it happened. */
import { noteChange } from "../features/programme/changes/store.ts";
import { OrganisationName } from "../features/programme/programmes/schema.ts";
import { listProgrammes, readOrganisation, renameOrganisation } from "../features/programme/programmes/store.ts";
import type { Command } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { withPlace } from "./place.ts";

/** Renames the organisation. The operator's alone: programmes of several managers stand under one name. */
export const rename: Command = {
  name: "rename",
  usage: "NAME",
  summary: "Give the organisation that runs this server another name",
  async run(words, io) {
    const parsed = OrganisationName.safeParse(words.length === 1 ? words[0] : undefined);
    if (!parsed.success) throw misuse('rename needs a name of at most 120 letters, for example: rename "Northwind"');
    const name = parsed.data;
    return withPlace(io, async ({ db, chance, now }) => {
      await db.write(async (writer) => {
        const before = await readOrganisation(writer);
        if (before === undefined)
          throw refusal("There is no organisation yet. Make one first: npm run oakroom -- setup");
        if (before === name) return;
        await renameOrganisation(writer, name);
        for (const { id } of await listProgrammes(writer))
          // oxlint-disable-next-line no-await-in-loop -- a handful of lines, in one transaction
          await noteChange(
            writer,
            chance,
            now,
            { programmeId: id },
            { act: "settings-changed", parts: ["organisation"] },
          );
      });
      io.out(`The organisation is called ${name} now, on every page and in every mail from here on.`);
      return 0;
    });
  },
};
