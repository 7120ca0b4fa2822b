import { createHash, createHmac, hash, timingSafeEqual } from "node:crypto";
import type { Random } from "../ports.js";

const tokenBytes = 32;
const tokenShape = /^[\w-]{43}$/;
const codes = 1_000_000;
const fairLimit = Math.floor(2 ** 32 / codes) * codes;

/** 256 random bits as 43 letters of base64url. */
export const newToken = (random: Random): string => Buffer.from(random.bytes(tokenBytes)).toString("base64url");

/** Whether it could be a token at all: "", null and [] are none. */
export const isToken = (value: unknown): value is string => typeof value === "string" && tokenShape.test(value);

/** What is stored of a token; a plain hash is enough, because nobody can try 2²⁵⁶. */
export const hashToken = (token: string): string => hash("sha256", token, "base64url");

/** Six digits, each code equally likely: draws again above the last whole million below 2³². */
export function newCode(random: Random): string {
  for (;;) {
    const drawn = Buffer.from(random.bytes(4)).readUInt32BE();
    if (drawn < fairLimit) return String(drawn % codes).padStart(6, "0");
  }
}

/** What is stored of a code: keyed, because a million codes are soon tried, and bound to its challenge. */
export const hashCode = (secret: string, challenge: string, code: string): string =>
  createHmac("sha256", secret).update(`sign-in code ${challenge} ${code}`).digest("base64url");

/** Compares without telling by its time where two texts differ. */
export function isSame(one: string, other: string): boolean {
  const digests = [one, other].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(digests[0]!, digests[1]!);
}
