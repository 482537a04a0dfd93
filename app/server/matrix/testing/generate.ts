/** Writes `operations.ts` and `fields.ts` from the operations that are really served: `node app/server/matrix/testing/generate.ts`. */
import { writeFileSync } from "node:fs";
import type { Operation } from "../../../values/operation.ts";
import { testServer } from "../../testing.ts";
import { fieldsOf } from "./fields.ts";

const byId = (a: Operation, b: Operation) => (a.id < b.id ? -1 : 1);

/** The text of `operations.ts`. */
export function writeOperations(operations: ReadonlyArray<Operation>): string {
  const sorted = operations.toSorted(byId);
  const listed = (some: ReadonlyArray<Operation>) => some.map(({ id }) => `\n  | "${id}"`).join("");
  const reads = ({ method }: Operation) => method === "GET";
  return `// Made from the operations that are served: see README.md.
/** Every operation that may change something. */
export type ActingId =${listed(sorted.filter((one) => !reads(one)))};

/** Every operation that only reads. */
export type ReadingId =${listed(sorted.filter(reads))};

/** Every operation of the HTTP interface. */
export type OperationId = ActingId | ReadingId;
`;
}

/** The text of `fields.ts`. */
export function writeFields(operations: ReadonlyArray<Operation>): string {
  const lines = operations.toSorted(byId).map((operation) => {
    const line = `  ${operation.id}: ${JSON.stringify(fieldsOf(operation))},`;
    return line.length <= 120 ? line : line.replace(": ", ":\n    ");
  });
  return `// Made from the answers that are declared: see README.md. A new field is a decision about who may see it.
import type { OperationId } from "./operations.ts";

/** The fields of each answer; whoever the matrix lets through sees all of them, and nothing else leaves. */
export const fields = {
${lines.join("\n")}
} as const satisfies Readonly<Record<OperationId, string>>;
`;
}

if (import.meta.main) {
  const server = await testServer();
  const operations = server.built.served.map(({ operation }) => operation);
  writeFileSync(new URL("../operations.ts", import.meta.url), writeOperations(operations));
  writeFileSync(new URL("../fields.ts", import.meta.url), writeFields(operations));
  await server.end();
}
