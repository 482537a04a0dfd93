/** The few words that offer preparation elsewhere. */
import type { Role } from "../../../../values/role.ts";

/** The sentences. */
export const text = {
  offer: "If you like, before the first meeting",
  offerRead: { mentor: "Ten minutes to prepare", mentee: "Five minutes to prepare" } satisfies Readonly<
    Record<Role, string>
  >,
  check: {
    mentor: "Why I would like to do this: six sentences, for yourself alone",
    mentee: "Is this a good moment? Five sentences, for yourself alone",
  } satisfies Readonly<Record<Role, string>>,
  checkName: { mentor: "Why I would like to do this", mentee: "Is this a good moment?" } satisfies Readonly<
    Record<Role, string>
  >,
  above: "You stand above them: a card on power",
} as const;
