import type { Table } from "@oakroom/table";

/** A file that was chosen. */
export interface OpenedFile {
  readonly name: string;
  readonly table: Table;
  /** Its bytes as they travel. */
  readonly base64: string;
}
