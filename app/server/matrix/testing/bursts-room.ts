/** Bursts about a pair and its sealed room that the matrix's own requests cannot show. */
import { encode } from "@oakroom/crypto";
import { PauseRelationship, ResumeRelationship } from "../../../features/programme/relationships/schema.ts";
import { PutFounding } from "../../../features/room/log/founding/schema.ts";
import { BeginAnew } from "../../../features/room/log/keys/anew/schema.ts";
import { takeIdentity } from "../../../features/room/log/keys/testing.ts";
import { GiveBack, TellWhole } from "../../../features/room/log/restoring/schema.ts";
import { AnnounceEpoch, AppendEntry, ReplaceWrap } from "../../../features/room/log/schema.ts";
import {
  aMember,
  aRoom,
  type Member,
  newId,
  shapedBundle,
  shapedEnrolment,
  shapedEpoch,
  shapedFounding,
  shapedItem,
  shapedWrap,
  Writer,
} from "../../../features/room/log/testing.ts";
import { LogId } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import { generationChanged } from "../../database/generation.ts";
import type { TestServer } from "../../testing.ts";
import { type Arrange, callers } from "./burst.ts";
import type { Fixture } from "./fixture.ts";
import { must } from "./people.ts";

/** A room of two whose keys are lost, and whose wait is over. */
async function bothLost(server: TestServer) {
  const [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
  const room = await aRoom(server, leila, ingrid);
  const { body } = leila.writer.epoch(room, 1, [leila, ingrid]);
  await must(server.call(AnnounceEpoch, { params: { logId: room }, body }, leila.cookie));
  for (const { accountId, cookie } of [leila, ingrid]) {
    takeIdentity(accountId);
    const anew = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
    await must(server.call(BeginAnew, { body: anew }, cookie));
  }
  server.pass(3 * dayLength);
  const put = (who: Member, other: Member) => {
    const founding = encode([shapedFounding(room, who.accountId, other.accountId)]);
    return () => server.call(PutFounding, { params: { logId: room }, body: founding }, who.cookie);
  };
  return { hers: put(leila, ingrid), theirs: put(ingrid, leila) };
}

/** The server was restored, and the room of pair one is not known to be whole. */
async function restored({ server, pairs }: Fixture): Promise<void> {
  const { roomId, mentee, mentor } = pairs.own;
  await server.app.db.write(async (writer) => {
    await writer.updateTable("meta").set({ value: "2" }).where("name", "=", "generation").execute();
    const members = [mentee, mentor].map(({ accountId }) => ({ log_id: roomId, account_id: accountId }));
    await writer.insertInto("log_behind").values(members).execute();
  });
  await generationChanged(server.app.db);
}

/** What is arranged for one operation each; behind a colon stands which of its acts. */
export const roomBursts = {
  async resumeRelationship({ fixture: { server, pairs } }) {
    const { relationshipId, mentee } = pairs.own;
    await must(server.call(PauseRelationship, { params: { relationshipId } }, mentee.cookie));
    return () => server.call(ResumeRelationship, { params: { relationshipId } }, mentee.cookie);
  },
  async putFounding({ fixture: { server } }) {
    return (await bothLost(server)).hers;
  },
  async "putFounding: the second begins the room"({ fixture: { server } }) {
    const { hers, theirs } = await bothLost(server);
    await must(hers());
    return theirs;
  },
  async replaceWrap({ fixture: { server, pairs } }) {
    const { roomId: logId, epoch, mentee } = pairs.own;
    const user = mentee.accountId;
    // A restored server has lost it.
    await server.app.db.write((writer) =>
      writer.deleteFrom("log_wrap").where("log_id", "=", logId).where("account_id", "=", user).execute(),
    );
    const body = shapedWrap({ logId, n: 1, epochHash: epoch.hash, user, iekVersion: 1 });
    return () => server.call(ReplaceWrap, { params: { logId }, body }, mentee.cookie);
  },
  async giveBack({ fixture }) {
    const { server, pairs } = fixture;
    const { roomId, mentee, mentor } = pairs.own;
    await restored(fixture);
    const body = shapedBundle(mentor.accountId, 2);
    return () => server.call(GiveBack, { params: { logId: roomId }, query: { kind: "bundle" }, body }, mentee.cookie);
  },
  async tellWhole({ fixture }) {
    const { server, pairs } = fixture;
    const { roomId, mentee } = pairs.own;
    await restored(fixture);
    return () => server.call(TellWhole, { params: { logId: roomId } }, mentee.cookie);
  },
} as const satisfies Readonly<Record<string, Arrange>>;

const made = (make: () => Uint8Array) => Array.from({ length: callers }, make);
const none = new Uint8Array();

/** Fifty who bring something else each for the same place. */
export const roomContests = {
  appendEntry({ fixture: { server, pairs } }) {
    const { roomId, mentee } = pairs.own;
    const place = { logId: roomId, logKind: 1, author: mentee.accountId, device: newId(), seq: 1, bucket: 64 } as const;
    const bodies = made(() => shapedItem(place));
    const query = { kind: "item" } as const;
    const params = { logId: roomId };
    return (at) => server.call(AppendEntry, { params, query, body: bodies[at] ?? none }, mentee.cookie);
  },
  announceEpoch({ fixture: { server, pairs } }) {
    const { roomId, mentee, mentor } = pairs.own;
    const [author, members] = [mentee.accountId, [mentee, mentor]];
    const bodies = made(() => shapedEpoch({ logId: roomId, n: 2, author, device: newId(), seq: 1, members }).body);
    return (at) => server.call(AnnounceEpoch, { params: { logId: roomId }, body: bodies[at] ?? none }, mentee.cookie);
  },
} as const satisfies Readonly<Record<string, Arrange>>;
