import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { homeScreenText as text } from "./text.ts";

/** Props of `HomeScreenHint`. */
export interface HomeScreenHintProps {
  readonly onNo: () => void;
}

/** How to keep Oakroom on this device. */
export function HomeScreenHint({ onNo }: HomeScreenHintProps) {
  return (
    <Notice
      title={text.title}
      actions={
        <Button kind="plain" onClick={onNo}>
          {text.no}
        </Button>
      }
    >
      {text.words}
    </Notice>
  );
}
