import { describe, expect, it } from "vitest";
import { readParams } from "./path-params.ts";
import { moreRoutes } from "./more-routes.ts";
import { routes as first } from "./routes.ts";

const routes = [...first, ...moreRoutes];

describe("the route table", () => {
  it("has every path once, each beginning with a slash", () => {
    const paths = routes.map((route) => route.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !path.startsWith("/"))).toEqual([]);
  });

  it("keeps the sign-in page and the interface out of it: the shell and the server have those", () => {
    expect(routes.filter(({ path }) => path === "/sign-in" || path.startsWith("/api"))).toEqual([]);
  });

  it("puts the screens of managers below a programme", () => {
    const managers = routes.filter(({ area }) => area === "manager");
    expect(managers.filter(({ path }) => !path.startsWith("/programmes/:programmeId"))).toEqual([]);
  });
});

describe("the parts of a path", () => {
  it("go to the screen by name, and no others", () => {
    expect(readParams("/rooms/:roomId/sessions/:sessionId", { roomId: "a", sessionId: "b", rest: "c" })).toEqual({
      roomId: "a",
      sessionId: "b",
    });
  });

  it("are all there, or the screen is not shown", () => {
    expect(() => readParams("/rooms/:roomId", {})).toThrow("roomId");
  });
});
