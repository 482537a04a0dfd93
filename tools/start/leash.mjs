// Loaded before the program. The pipe on descriptor 3 closes when the starting process is gone, even by kill -9: the
// program is then asked to end, and ended if it does not, so that no server is left behind holding port and data.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const graceMs = 10_000;

// A thread of the program loads this too, and would close the descriptor under it when it ends.
if (isMainThread) {
  const leash = new Socket({ fd: 3, readable: true, writable: false });
  leash.on("error", () => {});
  leash.on("close", () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  leash.resume();
  leash.unref();
}
