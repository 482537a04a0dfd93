import { kernelBytes } from "./bytes.generated.ts";
import { plainKernel } from "./plain.ts";
import type { ByteRow, Kernel, PointRow, Row } from "./kernel.ts";

/** As much of the platform as is used here; this package is built for no host in particular. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** What the module of kernel.wat gives. */
interface Machine {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly add: (into: number, row: number, width: number) => void;
  readonly countCommon: (counts: number, answers: number, own: number, width: number) => void;
  readonly addSteps: (into: number, counts: number, shift: number, table: number, known: number, width: number) => void;
}

/** A row in the module's memory. */
interface PlacedRow<Values> extends Row<Values> {
  readonly at: number;
}

const page = 65_536;
/** The steps of one table: sixteen lower bytes, then sixteen upper ones. */
const tableAt = 16;

/**
 * The kernel that adds sixteen mentors at a time (kernel.wat); where WebAssembly or its vectors are not to be had, the plain
 * one. Each kernel has a memory of its own, which grows with its rows.
 */
export function fastKernel(width: number): Kernel {
  const machine = machineOf();
  if (!machine) return plainKernel(width);
  const { memory } = machine;
  const padded = Math.max(16, Math.ceil(width / 16) * 16);
  let next = tableAt + 32;
  const take = (bytes: number) => {
    const at = next;
    next += bytes;
    const lacking = Math.ceil(next / page) - memory.buffer.byteLength / page;
    if (lacking > 0) memory.grow(Math.max(lacking, memory.buffer.byteLength / page));
    return at;
  };
  return {
    points: () => placed(take(2 * padded), memory, (buffer, at) => new Int16Array(buffer, at, width)),
    bytes: () => placed(take(padded), memory, (buffer, at) => new Uint8Array(buffer, at, width)),
    add: (into, row) => machine.add(atOf(into), atOf(row), padded),
    countCommon: (counts, answers, own) => machine.countCommon(atOf(counts), atOf(answers), own, padded),
    addSteps: (into, counts, shift, steps, known) => {
      const table = new Uint8Array(memory.buffer, tableAt, 32);
      steps.forEach((points, step) => {
        table[step] = points & 255;
        table[16 + step] = (points >> 8) & 255;
      });
      machine.addSteps(atOf(into), atOf(counts), shift, tableAt, atOf(known), padded);
    },
  };
}

/** The view is made anew when the memory has grown: a grown memory has another buffer. */
function placed<Values extends Int16Array | Uint8Array>(
  at: number,
  memory: Machine["memory"],
  view: (buffer: ArrayBuffer, at: number) => Values,
): PlacedRow<Values> {
  let values = view(memory.buffer, at);
  return {
    at,
    get values() {
      if (values.buffer !== memory.buffer) values = view(memory.buffer, at);
      return values;
    },
  };
}

function atOf(row: PointRow | ByteRow): number {
  if ("at" in row && typeof row.at === "number") return row.at;
  throw new TypeError("matching: a row of another kernel");
}

let compiled: object | undefined;

function machineOf(): Machine | undefined {
  try {
    compiled ??= new WebAssembly.Module(kernelBytes);
    return new WebAssembly.Instance(compiled).exports as Machine;
  } catch {
    return undefined;
  }
}
