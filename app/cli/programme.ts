/** Finds the programme that a command is about. */
import { listProgrammes } from "../features/programme/programmes/store.ts";
import type { ProgrammeId } from "../values/id.ts";
import { misuse, refusal } from "./failure.ts";
import { nearest } from "../values/nearest.ts";
import type { Place } from "./place.ts";

/** The programme with this id or name; where there is only one, it need not be named. Throws `Failure` with what there is. */
export async function findProgramme({ db }: Pick<Place, "db">, typed: string | undefined): Promise<ProgrammeId> {
  const all = await listProgrammes(db.read);
  const [first, ...rest] = all;
  if (!first) throw refusal("There is no programme yet. Make one first: npm run oakroom -- setup");
  if (typed === undefined) {
    if (rest.length === 0) return first.id;
    throw misuse(
      `Say which programme: --programme ID, one of ${all.map(({ id, name }) => `${id} (${name})`).join(", ")}.`,
    );
  }
  const found = all.find(({ id, name }) => id === typed || name.toLowerCase() === typed.toLowerCase());
  if (found) return found.id;
  const near = nearest(
    typed,
    all.flatMap(({ id, name }) => [id, name.toLowerCase()]),
  );
  const meant = all.find(({ id, name }) => id === near || name.toLowerCase() === near) ?? first;
  throw refusal(`There is no programme ${typed}. Did you mean --programme ${meant.id} (${meant.name})?`);
}
