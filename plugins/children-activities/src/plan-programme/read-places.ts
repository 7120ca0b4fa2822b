import { toHalfWidth } from "@lianxin/web-kit/forms";

/** How many places were typed, full-width digits as well; empty is none, and anything else is no number. */
export function readPlaces(said: string): number | undefined {
  const digits = toHalfWidth(said).trim();
  if (digits === "") return 0;
  return /^\d{1,3}$/.test(digits) ? Number(digits) : undefined;
}
