/** After a restore two rings of one person may be about: the one that this device knows, and one that a device that knew less wrote since. */
import { equal } from "@oakroom/crypto";
import type { KeyRecords, OpenRecords } from "./key-records.ts";

/** Opens records with the secret at hand; a word where they do not open. */
type Opens<Answer> = (
  records: KeyRecords,
  use: (open: OpenRecords) => Promise<Answer>,
) => Promise<{ readonly value: Answer } | string>;

/** Lends the open records with the encryption keys that the other ring holds besides, where the same secret opens it and it is of the same identity. */
export async function withBothRings<Answer>(
  opens: Opens<Answer>,
  beside: KeyRecords,
  open: OpenRecords,
  use: (open: OpenRecords) => Promise<Answer>,
): Promise<Answer> {
  const { secrets } = open;
  const opened = await opens(beside, ({ secrets: others }) => {
    const isSame = equal(others.iskSeed, secrets.iskSeed);
    const more = others.ieks.filter(({ version }) => isSame && !secrets.ieks.some((iek) => iek.version === version));
    const ieks = [...secrets.ieks, ...more].toSorted((a, b) => a.version - b.version);
    return use({ ...open, secrets: { ...secrets, ieks } });
  });
  return typeof opened === "object" ? opened.value : use(open);
}
