/** Broken requests and failing operations, for tests of the HTTP server. Imported by tests alone. */
import { once } from "node:events";
import { connect } from "node:net";
import { sql } from "kysely";
import { expect } from "vitest";
import * as z from "zod/mini";
import { operation } from "../../values/operation.ts";
import { anyone } from "../guards/signed-in.ts";
import type { Routes } from "./router.ts";

/** Sends bytes on a connection of their own and reads until the server closes it. */
export async function sendRaw(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.setEncoding("latin1").on("data", (part: string) => (text += part));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(bytes);
  await once(socket, "close");
  return text;
}

const Fail = operation({
  id: "fail",
  method: "GET",
  path: "/fail/:way",
  summary: "Fails",
  params: z.strictObject({ way: z.string() }),
  answer: z.object({ shown: z.string() }),
});
const From = operation({
  id: "from",
  method: "GET",
  path: "/from",
  summary: "Who asks",
  answer: z.object({ from: z.string() }),
});

/** Operations that go wrong in every way that one can. */
export const failing: Routes = (router, app) => {
  router.on(Fail, anyone, async ({ params: { way } }) => {
    if (way === "throw") throw new Error("canary-of-content");
    if (way === "database") await sql`select 'canary-of-content' from nowhere`.execute(app.db.read);
    if (way === "unavailable") throw Object.assign(new Error("canary-of-content"), { code: "ECONNREFUSED" });
    const more = { shown: "yes", hidden: "canary-of-content" };
    return way === "shape" ? Object.assign(more, { shown: 7 }) && more : more;
  });
  router.on(From, anyone, async ({ from }) => ({ from }));
};

/** What every answer carries. */
export const always = {
  "content-security-policy": expect.stringContaining("default-src 'none'"),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("microphone=()"),
};
