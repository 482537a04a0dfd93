/** The sentences about the home screen. */
export const homeScreenText = {
  title: "Keep Oakroom on this device",
  words:
    "Safari may drop what a site keeps after some days without a visit; nothing is lost then, and you unlock anew. From the Home Screen it stays: press Share, then “Add to Home Screen”. You sign in there once.",
  no: "Not now, and not again",
} as const;
