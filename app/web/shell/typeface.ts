/**
 * On a first visit the typeface of headings comes too late for the page that is being read, and the browser then leaves its
 * stand-in for as long as the document lives, which here is the whole visit. What has come meanwhile is shown from the next
 * screen on, before that is painted: nothing that anybody reads moves.
 */

const plain = (family: string) => family.replaceAll('"', "");

/** All rules for typefaces, also those inside layers. */
function* fontRules(rules: CSSRuleList): Generator<CSSFontFaceRule> {
  for (const rule of rules) {
    if (rule instanceof CSSFontFaceRule) yield rule;
    else if (rule instanceof CSSGroupingRule) yield* fontRules(rule.cssRules);
  }
}

/** Lets the faces that are here by now take the place of their stand-ins. */
function showWhatCame(): void {
  const here = new Set<string>();
  for (const { family, style, unicodeRange, status } of document.fonts)
    if (status === "loaded") here.add(`${plain(family)} ${style} ${unicodeRange}`);
  for (const sheet of document.styleSheets)
    for (const { style } of fontRules(sheet.cssRules)) {
      const face = ["font-family", "font-style", "unicode-range"].map((name) => style.getPropertyValue(name));
      const isLate = style.getPropertyValue("font-display") === "optional";
      if (isLate && here.has(plain(face.join(" ")))) style.setProperty("font-display", "swap");
    }
}

/** Watches for the next screen, and the one after. The answer stops that. */
export function showLateTypeface(): () => void {
  let main = document.querySelector("main");
  const watcher = new MutationObserver(() => {
    const now = document.querySelector("main");
    if (now === main) return;
    main = now;
    if (now) showWhatCame();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  return () => watcher.disconnect();
}
