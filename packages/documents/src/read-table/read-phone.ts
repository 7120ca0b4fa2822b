import type { Reading } from "./column.js";

const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/;

/**
 * A phone number: a mobile as its 11 digits, a landline as `0794-3612345`, a local or short number as its digits. Spaces, hyphens, brackets and
 * +86 are accepted. Messages never repeat the number.
 */
export function readPhone(text: string): Reading<string> {
  if (text.length > 100) return { code: "phone.wrong" };
  if (/\d{7,}\D*[\/、，,;；\n]\D*\d{7,}|\d{11} +\d{11}/.test(text)) return { code: "phone.several" };
  const bare = text
    .replace(/[\s\-–—－()（）.．·]/g, "")
    .replace(/^[+＋]/, "00")
    .replace(/^0086|^86(?=1\d{10}$)/, "");
  if (!/^\d+$/.test(bare)) return { code: "phone.wrong" };
  if (/^1[3-9]\d{9}$/.test(bare)) return { value: bare };
  const [, area, rest] = landline.exec(bare) ?? [];
  if (area && rest) return { value: `${area}-${rest}` };
  if (/^[2-9]\d{3,7}$/.test(bare)) return { value: bare };
  return /^1[3-9]/.test(bare) ? { code: "phone.length", params: { length: bare.length } } : { code: "phone.wrong" };
}
readPhone.takes = { sample: "19900001234" };
