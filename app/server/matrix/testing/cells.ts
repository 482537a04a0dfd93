/** Runs cells of the matrix: one request as one person about one thing, and what must hold of the answer. */
import type { Operation } from "../../../values/operation.ts";
import { uuidBytes } from "../../../values/id.ts";
import { authz } from "../authz.ts";
import type { OperationId } from "../operations.ts";
import { type About, expected, type Relation, relations, type Row, type Who, whos } from "../row.ts";
import type { Fixture } from "./fixture.ts";
import type { Parts } from "./asking.ts";
import { requests } from "./requests.ts";
import { isChanged, restoreSnapshot, type Snapshot, writesSoFar } from "./rows.ts";
import { missingLike, targetOf } from "./targets.ts";

/** What came back, without what differs from call to call. */
export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  /** Status, headers and body as one text, for comparing. */
  readonly shape: string;
}

/** One cell, and what is wrong with it; nothing where all is well. */
export interface Cell {
  readonly id: OperationId;
  readonly who: Who;
  readonly relation: Relation;
  readonly status: number;
  readonly faults: ReadonlyArray<string>;
}

/** A matrix in the middle of its run. */
export interface Bench {
  readonly fixture: Fixture;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly snapshot: Snapshot;
}

const isId = (id: string): id is OperationId => Object.hasOwn(authz, id);

/** Every operation that has a row. */
export const operationIds: ReadonlyArray<OperationId> = Object.keys(authz).filter(isId);

/** The row of an operation. */
export const rowOf = (id: OperationId): Row => authz[id];

/** The relations of a kind of thing. */
export const relationsOf = (about: About): ReadonlyArray<Relation> => relations[about];

/** Sends one request. */
export async function send(bench: Bench, id: OperationId, parts: Parts, cookie: string | undefined): Promise<Answer> {
  const { server } = bench.fixture;
  const operation = bench.operations.get(id);
  if (!operation) throw new Error(`${id} is not served`);
  const { params = {}, query = {}, body } = parts;
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const url = `/api${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : ""}`;
  const sealed = body instanceof Uint8Array;
  const type = body === undefined ? {} : { "content-type": sealed ? "application/cbor" : "application/json" };
  const headers = { origin: server.app.config.origin, ...(cookie === undefined ? {} : { cookie }), ...type };
  if (parts.streams) return readHead(`http://127.0.0.1:${server.port}${url}`, headers);
  const payload = body === undefined ? {} : { payload: sealed ? Buffer.from(body) : JSON.stringify(body) };
  const raw = await server.built.fastify.inject({ method: operation.method, url, headers, ...payload });
  return answerOf(raw.statusCode, raw.headers, raw.rawPayload);
}

/** Reads the head of a stream, and its body where it is none. */
async function readHead(url: string, headers: Record<string, string>): Promise<Answer> {
  const stopper = new AbortController();
  const response = await fetch(url, { headers, signal: stopper.signal });
  const streams = response.headers.get("content-type") === "text/event-stream";
  const bytes = streams ? Buffer.alloc(0) : Buffer.from(await response.arrayBuffer());
  stopper.abort();
  return answerOf(response.status, Object.fromEntries(response.headers), bytes);
}

function answerOf(status: number, headers: Readonly<Record<string, unknown>>, bytes: Buffer): Answer {
  const { date: _, connection: __, "keep-alive": ___, ...rest } = headers;
  const sorted = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { status, bytes, shape: JSON.stringify([status, sorted, bytes.toString("hex")]) };
}

/** Runs a cell with each of its cookies, and puts the database back. */
export async function runCell(bench: Bench, id: OperationId, who: Who, relation: Relation): Promise<Cell> {
  const { fixture, snapshot } = bench;
  const row = rowOf(id);
  const wanted = expected(row, who, relation);
  const faults: string[] = [];
  let status = 0;
  for (const cookie of fixture.cookies[who]) {
    const target = targetOf(fixture, row.about, relation);
    const mark = await writesSoFar(fixture.server.app.db);
    const answer = await send(bench, id, requests[id]({ fixture, target, who }), cookie);
    ({ status } = answer);
    faults.push(...judge(answer, wanted));
    if (!("everyone" in row.may)) faults.push(...tells(fixture, answer, who));
    const changed = await isChanged(fixture.server.app.db, snapshot, mark);
    if (changed) await restoreSnapshot(fixture.server.app.db, snapshot);
    if (changed && (wanted !== 200 || keeps(bench, id))) faults.push("changed the database");
    if (wanted === 404) {
      // What is not theirs must look exactly like what is not there.
      const missing = requests[id]({ fixture, target: missingLike(fixture, row.about, target), who });
      const same = (await send(bench, id, missing, cookie)).shape === answer.shape;
      if (!same) faults.push("looks unlike what is not there");
    }
  }
  return { id, who, relation, status, faults };
}

function judge(answer: Answer, wanted: number): ReadonlyArray<string> {
  const said = answer.bytes.toString("latin1").slice(0, 200);
  const faults = answer.status === wanted ? [] : [`answered ${answer.status} instead of ${wanted}: ${said}`];
  return answer.status >= 500 ? [...faults, "is a defect"] : faults;
}

/** No answer holds an id of the programme that the person is not in. */
function tells({ idsOf }: Fixture, { bytes }: Answer, who: Who): ReadonlyArray<string> {
  const foreign = who === "otherManager" || who === "otherMentee" ? idsOf.one : idsOf.two;
  const told = [...foreign].filter((id) => bytes.includes(id) || bytes.includes(Buffer.from(uuidBytes(id))));
  return told.length === 0 ? [] : [`tells ${told.length} ids of the other programme`];
}

const keeps = ({ operations }: Bench, id: OperationId) =>
  rowOf(id).keeps === true || operations.get(id)?.method === "GET";

/** Every cell of an operation; "until-red" runs only those that are refused, and stops at the first that is wrong. */
export async function runRow(
  bench: Bench,
  id: OperationId,
  way: "all" | "until-red" = "all",
): Promise<ReadonlyArray<Cell>> {
  const cells: Cell[] = [];
  const row = rowOf(id);
  for (const relation of relationsOf(row.about)) {
    for (const who of whos) {
      const isRefused = [401, 404].includes(expected(row, who, relation));
      if (way === "until-red" && !isRefused) continue;
      const cell = await runCell(bench, id, who, relation);
      cells.push(cell);
      if (way === "until-red" && cell.faults.length > 0) return cells;
    }
  }
  return cells;
}
