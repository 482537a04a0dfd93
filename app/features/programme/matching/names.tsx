import type { Board, BoardPerson } from "./drafts/schema.ts";
import { namesIn } from "./reasons/rules.ts";

/** Finds people on a board by id. */
export function peopleOf(board: Board): (id: string) => BoardPerson | undefined {
  const people = new Map<string, BoardPerson>(
    [...board.mentees, ...board.mentors].map((person) => [person.id, person]),
  );
  return (id) => people.get(id);
}

/** Finds names on a board by id; somebody who is not there any more has none. */
export function namesOf(board: Board): (id: string) => string {
  const person = peopleOf(board);
  return (id) => person(id)?.name ?? "–";
}

/** Somebody's name in a running sentence. */
export function spoken(person: BoardPerson | undefined): string {
  return namesIn({ name: person?.name, callName: person?.called }).name;
}

/** A name with team and site below it. */
export function PersonCell({ person, more }: { readonly person: BoardPerson | undefined; readonly more?: string }) {
  const where = [person?.team, person?.site].filter((word) => word).join(", ");
  const below = [where, more].filter((word) => word).join(". ");
  return (
    <>
      <span dir="auto">{person?.name ?? "–"}</span>
      {below !== "" && <small>{below}</small>}
    </>
  );
}
