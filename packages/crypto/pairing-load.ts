/** Loads pairing: only whoever adds a device from another one needs it. */
export function loadPairing(): Promise<typeof import("./pairing.ts")> {
  return import("./pairing.ts");
}
