/** The one shape of text that people type: no U+0000, no lone surrogates, normalised to NFC, capped in code points. */
import * as z from "zod/mini";

/** Why a text is not accepted. */
export type TextRefusal = "holds-a-null-character" | "holds-half-a-character" | "too-long";

/** Decides whether a text may be kept; `undefined` means that it may. `most` counts code points after normalising. */
export function refuseText(text: string, most: number): TextRefusal | undefined {
  if (text.includes("\0")) return "holds-a-null-character";
  if (!text.isWellFormed()) return "holds-half-a-character";
  if (text.length > most && Array.from(text.normalize("NFC")).length > most) return "too-long";
  return undefined;
}

/** A text of any number of lines with at most `most` code points; may be empty. */
export function plainText(most: number) {
  return z.string().check(
    z.maxLength(most * 4),
    z.refine((text) => refuseText(text, most) === undefined),
    z.overwrite((text) => (text.isWellFormed() ? text.normalize("NFC") : text)),
  );
}

/** One line with something on it: white space at both ends goes, line breaks and other runs of white space become one space. */
export function plainLine(most: number) {
  return z.string().check(
    z.maxLength(most * 4),
    z.refine((text) => refuseText(text, most) === undefined),
    z.overwrite(oneLine),
    z.minLength(1),
  );
}

/** A line that may be left empty. */
export function optionalLine(most: number) {
  return z.string().check(
    z.maxLength(most * 4),
    z.refine((text) => refuseText(text, most) === undefined),
    z.overwrite(oneLine),
  );
}

/** Normalises to NFC, drops control and direction-overriding characters, folds white space. */
export function oneLine(text: string): string {
  if (!text.isWellFormed()) return text;
  return text
    .normalize("NFC")
    .replaceAll(/[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/gu, "")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** An address for mail: trimmed; at most 254 signs with one @ and a dotted or local domain. Compare with `addressKey`. */
export const EmailAddress = z.string().check(
  z.overwrite((text) => text.trim()),
  z.maxLength(254),
  z.refine((text) => text.isWellFormed()),
  z.regex(
    /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u,
  ),
);

/** The form under which two addresses are the same: lower case, NFKC. */
export function addressKey(address: string): string {
  return address.trim().normalize("NFKC").toLowerCase();
}
