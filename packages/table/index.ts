export type { Delimiter, Encoding, Fault, FaultWord, ReadLimits, Row, Table } from "./table.ts";
