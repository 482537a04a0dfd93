/** What a participant does in a programme. A person may be both at once. */
import * as z from "zod/mini";

/** Mentor or mentee. */
export const Role = z.enum(["mentor", "mentee"]);
/** Mentor or mentee. */
export type Role = z.infer<typeof Role>;

/** The set of a participant's roles: one or both, each once. */
export const Roles = z.array(Role).check(
  z.minLength(1),
  z.maxLength(2),
  z.refine((roles) => new Set(roles).size === roles.length),
);
/** The set of a participant's roles. */
export type Roles = z.infer<typeof Roles>;
