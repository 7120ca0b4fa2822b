import { encode } from "uqr";
import { html, type Markup } from "./markup.js";

/** A code as one path of dark unit squares within `size` × `size`. */
export interface QrSquares {
  readonly size: number;
  readonly path: string;
}

/**
 * A QR code with the quiet zone of four; error correction M, so that 15 % may be dirty. Throws when the text is longer than a code can hold
 * (2,331 bytes). O(modules).
 */
export function squareQr(text: string): QrSquares {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join("") };
}

/** The same as a drawing on paper; nothing is fetched. */
export function drawQr(text: string, label: string): Markup {
  const { size, path } = squareQr(text);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path d="${path}" /></svg>`;
}
