/** The sentences about what happened to one's keys on another device. */

type Said = (on: string, name: string) => string;

/** What happened; `on` is " on 22 November" and `name` ": Firefox on Linux", or nothing where it is not known. */
export const newsText: Readonly<
  Record<"device-added" | "device-out" | "passkey-added" | "passkey-removed" | "passphrase-set" | "code-made", Said>
> = {
  "device-added": (on, name) => `A device was added${on}${name}.`,
  "device-out": (on, name) => `A device was taken out${on}${name}.`,
  "passkey-added": (on, name) => `A passkey was added${on}${name}.`,
  "passkey-removed": (on, name) => `A passkey was removed${on}${name}.`,
  "passphrase-set": (on) => `Your passphrase was set anew${on}.`,
  "code-made": (on) => `A new recovery code was made${on}.`,
};

/** Around it. */
export const askedText = {
  on: (day: string) => ` on ${day}`,
  name: (name: string) => `: ${name}`,
  by: (device: string) => `By: ${device}.`,
  wasIt: "Was this you?",
  yes: "Yes",
  no: "No: I lost control",
} as const;
