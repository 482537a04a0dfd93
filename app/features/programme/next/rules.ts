/** What is asked for from the boxes that a manager ticked. Pure. */
import type { ParticipantId } from "../../../values/id.ts";
import type { Roles } from "../../../values/role.ts";

interface Pair {
  readonly mentee: ParticipantId;
  readonly mentor: ParticipantId;
}

/** The ticked boxes; ids are those of the last programme. */
export interface Chosen {
  readonly people: ReadonlyArray<{ readonly id: ParticipantId; readonly mentee: boolean; readonly mentor: boolean }>;
  readonly pairs: ReadonlyArray<Pair>;
}

/** The roles of two boxes; `undefined` where neither is ticked. */
function rolesOf({ mentee, mentor }: { readonly mentee: boolean; readonly mentor: boolean }): Roles | undefined {
  if (mentee && mentor) return ["mentor", "mentee"];
  if (mentor) return ["mentor"];
  return mentee ? ["mentee"] : undefined;
}

/** Who comes onto the list, and which pairs are asked. A pair brings its two along, each in the role that they have in it. */
export function chosenOf(
  { people, pairs }: Chosen,
  listed: { readonly people: ReadonlyArray<{ readonly id: ParticipantId; readonly isListed: boolean }> },
  newId: () => ParticipantId,
) {
  const isListed = new Set(listed.people.filter((each) => each.isListed).map(({ id }) => id));
  return {
    people: people.flatMap(({ id, mentee, mentor }) => {
      const roles = rolesOf({
        mentee: mentee || pairs.some((pair) => pair.mentee === id),
        mentor: mentor || pairs.some((pair) => pair.mentor === id),
      });
      return roles && !isListed.has(id) ? [{ id: newId(), earlier: id, roles }] : [];
    }),
    pairs: pairs.map(({ mentee, mentor }) => ({ mentee, mentor })),
  };
}
