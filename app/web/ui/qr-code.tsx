import { encode } from "uqr";
import "./qr-code.css";

/** Props of `QrCode`. */
export interface QrCodeProps {
  readonly text: string;
  /** What it holds, for people who do not see it; the same must be there in words. */
  readonly label: string;
}

/** A QR code, dark on white in every theme, since cameras expect it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
