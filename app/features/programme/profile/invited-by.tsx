import { pmInvite } from "../../../../content/en/programme.generated.ts";
import { formatList } from "../../../web/client/format.ts";
import { Guidance } from "../../../web/ui/guidance.tsx";

/** Props of `InvitedBy`. */
export interface InvitedByProps {
  readonly programmeName: string;
  readonly topics: ReadonlyArray<string>;
}

/** The programme's invitation vouches for a mentor, in the programme's own words (P98); nothing where it said none. */
export function InvitedBy({ programmeName, topics }: InvitedByProps) {
  if (topics.length === 0) return null;
  return <Guidance block={pmInvite} values={{ programme: programmeName, topics: formatList(topics) }} />;
}
