/** The part of the scripted server that lets two who lost everything begin their room anew. Imported by tests alone. */
import { equal, readFounding, verifyBundle } from "@oakroom/crypto";
import { uuidText } from "../../values/id.ts";
import { type Kept, type KeptLog, type Keys, type Outcome, done, keyOf, refused } from "./records.ts";

/** What it needs of the server. */
export interface FoundingDesk {
  readonly keys: Map<string, Keys>;
  append(id: string, kind: Kept["kind"], bytes: Uint8Array): Outcome;
}

/** As the server does, but believing every signature, and without its three days. */
export async function putFoundings(
  desk: FoundingDesk,
  id: string,
  log: KeptLog,
  foundings: ReadonlyArray<Uint8Array>,
): Promise<Outcome> {
  const held = log.entries.filter(({ kind }) => kind === "founding");
  const isKnown = (bytes: Uint8Array) => held.some((one) => keyOf(one.bytes) === keyOf(bytes));
  if (foundings.every(isKnown)) return done({ begun: held.length === 2 });
  if (!(await Promise.all(foundings.map((one) => countsNow(desk, one)))).every(Boolean)) return refused("not-lost");
  const counts = await Promise.all(held.map(({ bytes }) => countsNow(desk, bytes)));
  const before = held.filter((_, at) => counts[at]);
  const fresh = foundings.filter((bytes) => !isKnown(bytes));
  const begun = before.length < 2 && before.length + fresh.length === 2;
  if (begun) {
    log.entries = before;
    log.wraps.clear();
  }
  for (const bytes of fresh) desk.append(id, "founding", bytes);
  return done({ begun });
}

/** True where it names the identities that count now, of two who both began anew. */
async function countsNow({ keys }: FoundingDesk, bytes: Uint8Array): Promise<boolean> {
  const founding = readFounding(bytes);
  if (typeof founding === "string") return false;
  const lost = [...keys.entries()].filter(([, { former }]) => former?.length);
  const named = await Promise.all(
    lost.map(async ([account, { bundles }]) => {
      const bundle = await verifyBundle(bundles.at(-1) ?? new Uint8Array());
      if (typeof bundle === "string") return false;
      return equal(bundle.iskHash, account === uuidText(founding.user) ? founding.iskHash : founding.otherIskHash);
    }),
  );
  return named.filter(Boolean).length === 2;
}
