/** What may be given back: records of this log's members, each signed by its author, whoever brings them. */
import {
  type Bundle as SignedBundle,
  type DskPublic,
  readCut,
  readEpoch,
  readItem,
  readReadmit,
  verifyBundle,
  verifyCut,
  verifyEpoch,
  verifyItem,
  verifyReadmit,
} from "@oakroom/crypto";
import { uuidText } from "../../../../values/id.ts";
import { type Bundle, readBundleFacts } from "../keys/rules.ts";
import { type Announcement, type Entry, readAnnouncement, readEntry } from "../rules.ts";

/** The kinds of records that are given back. */
export type GivenKind = "bundle" | "cut" | "readmit" | "epoch" | "item";

/** A record that is given back, as the server sees it. */
export type Given =
  | { readonly is: "bundle"; readonly bundle: Bundle }
  | { readonly is: "epoch"; readonly announcement: Announcement }
  | { readonly is: "entry"; readonly entry: Entry };

/** Reads what is given back. */
export function readGiven(kind: GivenKind, body: Uint8Array): Given | "unreadable" {
  if (kind === "bundle") {
    const bundle = readBundleFacts(body);
    return bundle === "unreadable" ? bundle : { is: kind, bundle };
  }
  if (kind === "epoch") {
    const announcement = readAnnouncement(body);
    return announcement === "unreadable" ? announcement : { is: kind, announcement };
  }
  const entry = readEntry(kind, body);
  return entry === "unreadable" ? entry : { is: "entry", entry };
}

/** Which of the members wrote it; `undefined` where none of them did. A readmit is the other's word about the one it names. */
export function authorOf<Member extends string>(given: Given, members: ReadonlyArray<Member>): Member | undefined {
  if (given.is === "bundle") return members.find((member) => member === given.bundle.user);
  const { author, about } = given.is === "epoch" ? given.announcement.epoch : given.entry;
  if (about === undefined) return members.find((member) => member === author);
  return members.some((member) => member === about) ? members.find((member) => member !== about) : undefined;
}

/** True where one of the author's keys has signed it. `bundles` are all of the author's, of every identity. */
export async function isSignedBy(entry: Entry, bundles: ReadonlyArray<Uint8Array>): Promise<boolean> {
  const verified = await Promise.all(bundles.map(verifyBundle));
  const known = verified.filter((bundle) => typeof bundle === "object");
  const signed = await Promise.all(known.map((bundle) => isSignedIn(entry, bundle)));
  return signed.includes(true);
}

async function isSignedIn({ kind, bytes, place }: Entry, bundle: SignedBundle): Promise<boolean> {
  if (kind === "cut") {
    const cut = readCut(bytes);
    return typeof cut === "object" && verifyCut(cut, bundle.isk);
  }
  const device = bundle.devices.find((one) => uuidText(one.device) === place?.device);
  return device !== undefined && isSignedOn(kind, bytes, device.dsk);
}

async function isSignedOn(kind: Entry["kind"], bytes: Uint8Array, dsk: DskPublic): Promise<boolean> {
  if (kind === "item") {
    const item = readItem(bytes);
    return typeof item === "object" && verifyItem(item, dsk);
  }
  if (kind === "epoch") {
    const epoch = readEpoch(bytes);
    return typeof epoch === "object" && verifyEpoch(epoch, dsk);
  }
  const readmit = readReadmit(bytes);
  return typeof readmit === "object" && verifyReadmit(readmit, dsk);
}
