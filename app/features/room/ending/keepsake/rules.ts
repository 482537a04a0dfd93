/** The page that a keepsake is: markup, the code that opens it, and the closed bytes. It asks no network for anything. */
import { toBase64url } from "../../../../values/bytes.ts";

/** What the page is made of. */
export interface KeepsakePage {
  readonly title: string;
  readonly lead: string;
  readonly passphrase: string;
  readonly open: string;
  /** The code, as one script. */
  readonly script: string;
  /** SHA-256 of the script and of the style, as base64: nothing else may run or be applied. */
  readonly hashes: { readonly script: string; readonly style: string };
  readonly closed: Uint8Array;
}

/** The style of the page. */
export const keepsakeStyle = `
:root{color-scheme:light dark;font:18px/1.6 system-ui,sans-serif}
body{max-width:42rem;margin:3rem auto;padding:0 1.2rem}
article{border-top:1px solid;margin-top:1.2rem;padding-top:.4rem}
article p{white-space:pre-wrap;overflow-wrap:anywhere}
small{opacity:.8}
label{display:block}
input,button{font:inherit;min-height:44px;padding:0 .7rem;max-width:100%;box-sizing:border-box}
`;

/** Code that may stand inside a script element. */
export function asInlineScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3c");
}

/** The whole file. `script` must have gone through `asInlineScript` before it was hashed. */
export function keepsakeHtml({ title, lead, passphrase, open, script, hashes, closed }: KeepsakePage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashes.script}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${hashes.style}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${keepsakeStyle}</style>
</head>
<body>
<main id="keepsake" data-closed="${toBase64url(closed)}">
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
<form>
<label for="passphrase">${escaped(passphrase)}</label>
<input id="passphrase" autocomplete="off" spellcheck="false">
<button>${escaped(open)}</button>
<p role="status"></p>
</form>
</main>
<script>${script}</script>
</body>
</html>
`;
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? "");
}
