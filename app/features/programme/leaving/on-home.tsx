import { useLoad } from "../../../web/client/load.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Card } from "../../../web/ui/card.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { listLeavings } from "./api.ts";
import { leavingText as text } from "./text.ts";

/** On Home, for somebody who has left: until when their rooms wait, and the address that lets them in. */
export function LeftOnHome() {
  const { value } = useLoad("leavings", (abort) => listLeavings(abort)).state;
  if (value.kind !== "ready") return null;
  const { leavings, hasPrivateAddress } = value.value;
  return (
    <>
      {leavings.map(({ programmeId, programmeName, until }) => (
        <Card key={programmeId} soft title={text.done(programmeName)}>
          <p>
            {text.onHome(formatDate(dayOf(until)))}{" "}
            {!hasPrivateAddress && (
              <>
                {text.addressLine} <Link href="/addresses">{text.addAddress}</Link>
              </>
            )}
          </p>
        </Card>
      ))}
    </>
  );
}
