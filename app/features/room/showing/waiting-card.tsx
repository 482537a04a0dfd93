import type { LogId } from "../../../values/id.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { waitingText as text } from "./text.ts";

/** Props of `WaitingCard`. */
export interface WaitingCardProps {
  readonly roomId: LogId;
}

/** On Home: a contact answered. Others may see the screen, so it says nothing of what or whom. Practice: P112. */
export function WaitingCard({ roomId }: WaitingCardProps) {
  return (
    <Card title={text.title}>
      <div>
        <ButtonLink href={`/rooms/${roomId}/more/show`} kind="quiet">
          {text.open}
        </ButtonLink>
      </div>
    </Card>
  );
}
