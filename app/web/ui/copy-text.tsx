import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";
import { CopyIcon } from "./icons.tsx";
import { toast } from "./toast.tsx";
import "./copy-text.css";

/** Props of `CopyText`. */
export interface CopyTextProps {
  /** What it is: "Your recovery code". */
  readonly label: string;
  readonly text: string;
  /** Further acts beside *Copy*: print, save. */
  readonly children?: ComponentChildren;
}

/** A text to be kept elsewhere (a code, a link): set apart, easy to select, with a button that copies it. */
export function CopyText({ label, text, children }: CopyTextProps) {
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied.");
    } catch {
      toast("This browser does not allow copying. Select the text instead.");
    }
  }

  return (
    <figure class="copy-text">
      <figcaption>{label}</figcaption>
      <code>{text}</code>
      <div class="buttons">
        <Button kind="quiet" icon={<CopyIcon />} label={`Copy: ${label}`} onClick={() => void handleCopy()}>
          Copy
        </Button>
        {children}
      </div>
    </figure>
  );
}
