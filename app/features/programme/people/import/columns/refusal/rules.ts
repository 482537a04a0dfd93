/** Why columns are not enough to import a file. */
import type { Columns } from "../rules.ts";

/** Why a file cannot be imported with these columns. */
export type ColumnsRefusal =
  | "no-address-column"
  | "no-name-column"
  | "no-role-column"
  | "column-used-twice"
  | "no-such-column";

/** Decides whether these columns are enough; `undefined` means that they are. Without a role column everyone in the file has the role `everyoneIs`. */
export function refuseColumns(
  columns: Columns,
  header: ReadonlyArray<string>,
  everyoneIs: "mentor" | "mentee" | undefined,
): ColumnsRefusal | undefined {
  const used = Object.values(columns).filter((name) => name !== undefined);
  if (used.some((name) => !header.includes(name))) return "no-such-column";
  if (new Set(used).size < used.length) return "column-used-twice";
  if (columns.email === undefined) return "no-address-column";
  if (columns.name === undefined && columns.firstName === undefined && columns.lastName === undefined)
    return "no-name-column";
  return columns.role === undefined && everyoneIs === undefined ? "no-role-column" : undefined;
}
