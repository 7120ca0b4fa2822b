import { encode } from "uqr";
import { html, type Markup } from "./markup.js";

/**
 * A QR code as a drawing of squares, with the quiet zone of four; error correction M, so that 15 % may be dirty. Nothing is fetched. Throws when
 * the text is longer than a code can hold (2,331 bytes). O(modules).
 */
export function drawQr(text: string, label: string): Markup {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path d="${squares.join("")}" />
  </svg>`;
}
