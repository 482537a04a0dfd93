/** Who is told of the home screen: people in Safari on an iPhone or iPad, which drops what a site keeps after some days without a visit. */

/** What a browser says of itself. */
export interface Browsing {
  readonly userAgent: string;
  readonly touchPoints: number;
  /** Opened from the home screen already. */
  readonly isStandalone: boolean;
}

/** Other browsers there carry names of their own beside Safari's. */
const others = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|GSA\//;

/** True where adding Oakroom to the home screen keeps what lies on the device. */
export function gainsFromHomeScreen({ userAgent, touchPoints, isStandalone }: Browsing): boolean {
  // An iPad calls itself a Mac; no Mac has a screen to touch.
  const isHandheld = /iPhone|iPad/.test(userAgent) || (userAgent.includes("Macintosh") && touchPoints > 1);
  return isHandheld && !isStandalone && userAgent.includes("Safari/") && !others.test(userAgent);
}
