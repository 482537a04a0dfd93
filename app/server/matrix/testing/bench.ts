/** The matrix's programmes on a server, ready to be asked. */
import type { TestServer } from "../../testing.ts";
import type { Bench } from "./cells.ts";
import { makeFixture } from "./fixture.ts";
import { takeSnapshot } from "./rows.ts";

/** Makes both programmes and everyone in them. */
export async function makeBench(server: TestServer): Promise<Bench> {
  const fixture = await makeFixture(server);
  const operations = new Map(server.built.served.map(({ operation }) => [operation.id, operation]));
  return { fixture, operations, snapshot: await takeSnapshot(server.app.db) };
}
