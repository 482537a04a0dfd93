/** Loads the exercise "common ground" and the curve it needs: nobody else pays for them. */
export function loadGround(): Promise<typeof import("./ground.ts")> {
  return import("./ground.ts");
}
