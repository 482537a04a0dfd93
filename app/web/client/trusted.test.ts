import { describe, expect, it } from "vitest";
import { ownWorkerAddress } from "./trusted.ts";

const origin = "https://oakroom.example.org";

describe("an address that may run as a worker", () => {
  it.each(["/assets/worker-BQ2_x-9a.js", "/service-worker.js", `${origin}/service-worker.js`])("is %s", (address) => {
    expect(ownWorkerAddress(address, origin).startsWith(`${origin}/`)).toBe(true);
  });

  it.each([
    "https://elsewhere.example/assets/worker-a.js",
    "//elsewhere.example/service-worker.js",
    "data:text/javascript,alert(1)",
    "blob:https://oakroom.example.org/1",
    "javascript:alert(1)",
    "/assets/index-a.js",
    "/assets/../api/worker-a.js",
    "/assets/worker-a.js/../../evil.js",
    "/api/service-worker.js",
  ])("is not %s", (address) => {
    expect(() => ownWorkerAddress(address, origin)).toThrow(TypeError);
  });
});
