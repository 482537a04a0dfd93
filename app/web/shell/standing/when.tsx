import {
  whenErase,
  whenEverything,
  whenLeft,
  whenNewdevice,
  whenPassphrase,
  whenPhone,
  whenPressed,
  whenRestored,
  whenSilence,
  whenStop,
  whenWords,
  whenWork,
} from "../../../../content/en/when.generated.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Guidance } from "../../ui/guidance.tsx";
import { Page } from "../../ui/page.tsx";
import { whenText as text } from "./text.ts";

const keys = <a href="/keys">{text.keys}</a>;
const settings = <a href="/settings">{text.settings}</a>;
const profile = <a href="/profile">{text.profile}</a>;
const help = <a href="/help">{text.help}</a>;

/** *What to do when*: everyday mishaps, and where each is put right. Public, so that it can be read without any key. */
export function When() {
  return (
    <Page title={text.title} width="text" back={{ href: "/help", text: text.help }}>
      <div class="stack">
        <Disclosure summary={text.phone}>
          <Guidance block={whenPhone} values={{ "Your keys and devices": keys }} />
        </Disclosure>
        <Disclosure summary={text.newDevice}>
          <Guidance block={whenNewdevice} />
        </Disclosure>
        <Disclosure summary={text.passphrase}>
          <Guidance block={whenPassphrase} />
        </Disclosure>
        <Disclosure summary={text.everything}>
          <Guidance block={whenEverything} />
        </Disclosure>
        <Disclosure summary={text.words}>
          <Guidance block={whenWords} />
        </Disclosure>
        <Disclosure summary={text.restored}>
          <Guidance block={whenRestored} />
        </Disclosure>
        <Disclosure summary={text.silence}>
          <Guidance block={whenSilence} />
        </Disclosure>
        <Disclosure summary={text.work}>
          <Guidance block={whenWork} values={{ Settings: settings }} />
        </Disclosure>
        <Disclosure summary={text.left}>
          <Guidance block={whenLeft} values={{ Profile: profile }} />
        </Disclosure>
        <Disclosure summary={text.stop}>
          <Guidance block={whenStop} />
        </Disclosure>
        <Disclosure summary={text.erase}>
          <Guidance block={whenErase} />
        </Disclosure>
        <Disclosure summary={text.pressed}>
          <Guidance block={whenPressed} values={{ "Help and safety": help }} />
        </Disclosure>
      </div>
    </Page>
  );
}
