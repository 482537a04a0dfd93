export { readTable } from "./read-table.ts";
export type { Delimiter, Encoding, Fault, FaultWord, ReadLimits, Row, Table } from "./table.ts";
export { withoutFormula, writeCsv, type WriteOptions } from "./write-csv.ts";
