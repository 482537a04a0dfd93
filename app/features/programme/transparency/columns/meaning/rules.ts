/** What a column of the database stands for. */
import type { ProfileField } from "../../../profile/rules.ts";
import type { KeptFactName, OpenFactName } from "../../rules.ts";

/** What a column stands for: something that is declared to people, or what the program needs it for. */
export type Meaning =
  | { readonly open: OpenFactName }
  | { readonly profile: ProfileField }
  | { readonly kept: KeptFactName }
  /** A fact of the programme itself, not of a person. */
  | { readonly programme: string }
  /** Says nothing about a person: the reason why it is there. */
  | { readonly technical: string };

/** Columns of one table that stand for the same thing. */
export interface ColumnGroup {
  readonly columns: ReadonlyArray<string>;
  readonly means: Meaning;
}

/** Names a row, and says nothing about a person. */
export const names: Meaning = { technical: "names the row, or the row it belongs to" };
/** Columns that stand for the same thing. */
export const group = (means: Meaning, ...columns: ReadonlyArray<string>): ColumnGroup => ({ columns, means });
