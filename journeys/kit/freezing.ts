/** A tab that stands still as its browser would have it in the background: its vault answers nobody, and keeps what it holds. */
import type { Visitor } from "./visitor.ts";

/** Stops what runs beside a page, each at whatever it was about to do, until the answer wakes it. */
export async function freezes({ page }: Visitor): Promise<() => Promise<void>> {
  const workers = page.workers();
  const [asleep, awake] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let stopped = 0;
  await page.route("**/stands-still", async (route) => {
    stopped += 1;
    if (stopped === workers.length) asleep.resolve();
    await awake.promise;
    await route.fulfill({ body: "" });
  });
  // A request that is waited for without letting anything else happen.
  const standing = workers.map((worker) =>
    worker.evaluate(() => {
      const request = new XMLHttpRequest();
      request.open("GET", "/stands-still", false);
      request.send();
    }),
  );
  await asleep.promise;
  return async () => {
    awake.resolve();
    await Promise.all(standing);
  };
}
