/** Serves the one live stream of a person. */
import type { App } from "../../../../server/app.ts";
import { generationOf } from "../../../../server/database/generation.ts";
import { signedIn } from "../../../../server/guards/signed-in.ts";
import { headersFor } from "../../../../server/http/headers.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { type Cursor, readCursor } from "../../../../server/live/cursor.ts";
import { StreamKeeper } from "../../../../server/live/keeper.ts";
import type { LiveSource } from "../../../../server/live/source.ts";
import { LiveStream } from "../../../../server/live/stream.ts";
import { ListenLive } from "../schema.ts";
import { entriesFor, newestNumbers } from "./store.ts";

/** The live stream: `GET /api/live`. */
export const liveRoutes: Routes = (router, app) => {
  const { read } = app.db;
  const source: LiveSource = {
    newest: (signIns, now) => newestNumbers(read, signIns, now),
    entries: (person, logId, after, limit, now) => entriesFor(read, person, logId, after, limit, now),
  };
  const defect = (error: unknown) => app.log.defect("live", error);
  const host = { source, clock: app.clock, defect };
  const headers = {
    ...headersFor("/api/live", app.config.origin.startsWith("https:")),
    "content-type": "text/event-stream",
    // A proxy that gathers would hold events back.
    "x-accel-buffering": "no",
  };
  const keeper = new StreamKeeper(app, source, defect);

  router.on(ListenLive, signedIn, async ({ proof, request, reply }) => {
    const sent = request.headers["last-event-id"];
    const asked = typeof sent === "string" && sent !== "" ? readCursor(sent) : undefined;
    if (sent && !asked) {
      await reply.code(400).send({ error: "bad-request", fields: ["last-event-id"] });
      return undefined;
    }
    const out = reply.hijack().raw;
    out.writeHead(200, headers);
    // It listens before it looks, so that nothing falls in between.
    const stream = new LiveStream(host, proof, out);
    out.on("close", keeper.keep(stream));
    await begin(app, source, stream, asked).catch((error: unknown) => {
      defect(error);
      stream.end();
    });
    return undefined;
  });
};

/** Lets a stream begin where its client asked to, or at what is new. */
async function begin(app: App, source: LiveSource, stream: LiveStream, asked: Cursor | undefined): Promise<void> {
  const generation = await generationOf(app.db);
  const newest = await source.newest([stream.signInId], app.clock());
  const logs = newest.get(stream.signInId);
  if (!logs) return stream.end();
  const goesOn = asked?.generation === generation;
  const places = logs.map(({ logId, lastNumber }) => {
    // A log that the cursor does not name is newer than the cursor.
    return [logId, goesOn ? (asked.numbers.get(logId) ?? 0) : lastNumber] as const;
  });
  stream.begin({ generation, numbers: new Map(places) }, logs);
}
