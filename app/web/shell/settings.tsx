import { keysOn } from "../client/keys.ts";
import { store } from "../client/stored.ts";
import { Checkbox, RadioGroup } from "../ui/choice.tsx";
import { Page } from "../ui/page.tsx";
import { settingsText as text } from "./text.ts";
import { chooseTheme, theme } from "./theme.ts";

/** What one can set for this browser alone. */
export function Settings() {
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <div class="stack stack-large">
        <RadioGroup
          label={text.theme}
          value={theme}
          options={[
            { value: "system", text: text.themes.system },
            { value: "light", text: text.themes.light },
            { value: "dark", text: text.themes.dark },
          ]}
          onChange={chooseTheme}
        />
        <div>
          <h2>{text.keys}</h2>
          <Checkbox
            label={text.keysOn}
            hint={text.keysHint}
            value={keysOn}
            onChange={(on) => store("keys", on ? undefined : "off")}
          />
        </div>
      </div>
    </Page>
  );
}
