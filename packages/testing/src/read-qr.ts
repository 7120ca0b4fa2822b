/** Blocks of the standard's error correction M by version, from 1: check bytes of a block, then how many blocks hold how many bytes. */
const blocks: readonly (readonly [checks: number, ...sizes: (readonly [count: number, bytes: number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
];
/** Where the middles of its small squares stand, by version. */
const middles: readonly (readonly number[])[] = [
  ...[[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34]],
  ...[
    [6, 22, 38],
    [6, 24, 42],
    [6, 26, 46],
    [6, 28, 50],
  ],
];
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
type Dark = (x: number, y: number) => boolean;

/** Modules that hold no text: corners with their format, timing, small squares, the version. */
function isFixed(version: number, size: number, x: number, y: number): boolean {
  const inCorner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const inVersion = version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
  const at = middles[version - 1]!;
  const last = at.at(-1);
  const isCorner = (a: number, b: number) => (a === 6 && b === 6) || (a === 6 && b === last) || (a === last && b === 6);
  const inSquare = at.some((a) => at.some((b) => !isCorner(a, b) && Math.abs(a - x) <= 2 && Math.abs(b - y) <= 2));
  return inCorner || inVersion || inSquare || x === 6 || y === 6;
}

/** The bytes in the order they are laid: two columns at a time from the right, up and down in turn. */
function readBytes(size: number, dark: Dark, isText: Dark): number[] {
  const bits: boolean[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - step : step;
        if (isText(x, y)) bits.push(dark(x, y));
      }
    isUp = !isUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((sum, bit) => 2 * sum + Number(bit), 0));
}

/** The text's bytes of each block after the other, as they were dealt out in turn. */
function collect(version: number, bytes: readonly number[]): number[] {
  const [, ...sizes] = blocks[version - 1]!;
  const dealt: number[][] = sizes.flatMap(([count]) => Array.from({ length: count }, () => []));
  const room = sizes.flatMap(([count, size]) => Array<number>(count).fill(size));
  const next = bytes.values();
  for (let i = 0; i < Math.max(...room); i++) for (const [b, size] of room.entries()) if (i < size) dealt[b]!.push(next.next().value!);
  return dealt.flat();
}

/**
 * What a printed code says, read from the drawing as a phone reads it from paper: an `<svg class="qr">` of unit squares, versions 1 to 10 of ISO/IEC 18004
 * with error correction M and text as bytes. Nothing is mended: a code with one wrong module reads as another text or throws.
 */
export function readQr(page: string): string {
  const [, whole = "", path = ""] = /<svg class="qr" viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/s.exec(page) ?? [];
  const [size, squares] = [Number(whole) - 8, new Set(path.match(/\d+ \d+(?=h1)/g))];
  const version = (size - 17) / 4;
  const dark: Dark = (x, y) => squares.has(`${x + 4} ${y + 4}`);
  if (!blocks[version - 1]) throw new Error(`A code of ${size} modules is not read here.`);
  const format = [0, 1, 2, 3, 4].reduce((sum, x) => 2 * sum + Number(dark(x, 8)), 0) ^ 0b10101;
  if (format >> 3 !== 0) throw new Error("The code has another error correction.");
  const mask = masks[format & 7]!;
  const bytes = collect(
    version,
    readBytes(
      size,
      (x, y) => dark(x, y) !== mask(x, y),
      (x, y) => !isFixed(version, size, x, y),
    ),
  );
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const wide = version < 10 ? 8 : 16;
  if (!bits.startsWith("0100")) throw new Error("The code holds no bytes.");
  const length = Number.parseInt(bits.slice(4, 4 + wide), 2);
  const text = bits.slice(4 + wide, 4 + wide + 8 * length).match(/.{8}/g) ?? [];
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, (byte) => Number.parseInt(byte, 2)));
}
