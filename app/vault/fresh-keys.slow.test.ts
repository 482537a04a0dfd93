import { afterEach, expect, it, vi } from "vitest";
import { AccountId } from "../values/id.ts";
import { Double } from "./testing/double.ts";
import { freshUuid, openDevice, passphrase, statusOf, type TestDevice } from "./testing/people.ts";
import { copyStore, settled } from "./testing/world.ts";

vi.setConfig({ testTimeout: 60_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const isUp = new Set(["enrolKeys", "readMyKeys"]);

/** Leila on a train: her keys reach the server, and then nothing does. */
async function enrolsOnTheWay(double: Double): Promise<TestDevice & { readonly recoveryCode: string }> {
  double.hook = async (asked, honest) => (isUp.has(asked.operation) ? honest() : { kind: "offline" });
  const leila = await openDevice(double, AccountId.parse(freshUuid()));
  open.push(leila);
  const code = await leila.vault.enrol(passphrase);
  if (typeof code === "string") throw new Error(code);
  double.goDown();
  double.hook = async () => ({ kind: "offline" });
  return { ...leila, recoveryCode: code.groups.join("-") };
}

it("Leila makes her keys, locks before her device has heard of the server again, and unlocks without it", async () => {
  const double = new Double();
  const leila = await enrolsOnTheWay(double);
  await leila.vault.lock();
  expect(await leila.vault.unlock({ passphrase: "not the one that she chose" })).toBe("wrong-secret");
  expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
  await leila.vault.nameKey(freshUuid(), "Written on the way");
  double.hook = (_, honest) => honest();
  double.comeUp();
  await leila.refresh();
  await settled(leila);
  expect((await statusOf(leila, "unlocked")).sync.waiting).toBe(0);
});

it("and so does her device when it was closed meanwhile; another one of hers finds the log whole", async () => {
  const double = new Double();
  const leila = await enrolsOnTheWay(double);
  await leila.vault.lock();
  leila.close();
  const again = await openDevice(double, leila.account, await copyStore(leila.store));
  open.push(again);
  expect(await again.vault.unlock({ passphrase })).toBeUndefined();
  double.hook = (_, honest) => honest();
  double.comeUp();
  await again.refresh();
  await settled(again);
  const phone = await openDevice(double, leila.account);
  open.push(phone);
  expect(await phone.vault.unlock({ recoveryCode: leila.recoveryCode })).toBeUndefined();
  await statusOf(phone, "unlocked");
});
