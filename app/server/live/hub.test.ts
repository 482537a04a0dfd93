import { expect, it } from "vitest";
import { AccountId, SignInId } from "../../values/id.ts";
import { type Listener, makeHub, mostStreams } from "./hub.ts";

const lina = AccountId.parse("019a0000-0000-7000-8000-000000000001");
const ravi = AccountId.parse("019a0000-0000-7000-8000-000000000002");
const signInId = SignInId.parse("019a0000-0000-7000-8000-000000000003");

it("one person has at most 20 live connections: one more ends the oldest, and nobody else's", () => {
  const hub = makeHub();
  const ended: string[] = [];
  const listen = (accountId: AccountId, name: string) => {
    const listener: Listener = {
      accountId,
      signInId,
      logChanged: () => undefined,
      factChanged: () => undefined,
      end: () => {
        ended.push(name);
        unlisten();
      },
    };
    const unlisten = hub.listen(listener);
  };
  listen(ravi, "Ravi");
  for (let at = 1; at <= mostStreams; at += 1) listen(lina, `Lina ${at}`);
  expect(ended).toEqual([]);
  listen(lina, "Lina 21");
  listen(lina, "Lina 22");
  expect(ended).toEqual(["Lina 1", "Lina 2"]);
  expect(hub.listening).toBe(1 + mostStreams);
});
