import { scrypt, timingSafeEqual } from "node:crypto";
import type { Random } from "../ports.js";

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time whether the hash is somebody's or the stand-in of an unknown account. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
}

const bytes = 32;
const atOnce = 2;
const derive = (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, bytes, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** Lets two pieces of work run; the others wait in order. */
function twoAtOnce(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    return work().finally(() => {
      const next = waiting.shift();
      if (next) next();
      else running--;
    });
  };
}

/**
 * scrypt (RFC 7914) with N = `cost` (2¹⁷ unless told), r = 8, p = 1: about 128 MB and half a second, two at a time, so that a rush of
 * sign-ins cannot take the machine. The stored text names its cost: `scrypt$131072$salt$key`.
 */
export function passwordHasher(random: Random, cost = 131_072): PasswordHasher {
  const run = twoAtOnce();
  const make = async (password: string): Promise<string> => {
    const salt = Buffer.from(random.bytes(16));
    const key = await run(() => derive(password, salt, cost));
    return `scrypt$${cost}$${salt.toString("base64url")}$${key.toString("base64url")}`;
  };
  const standIn = `scrypt$${cost}$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(bytes).toString("base64url")}`;
  return {
    hash: make,
    async verify(stored, password) {
      const [name, storedCost, salt, key] = (stored ?? standIn).split("$");
      if (name !== "scrypt" || !storedCost || !salt || !key) return false;
      const derived = await run(() => derive(password, Buffer.from(salt, "base64url"), Number(storedCost)));
      return timingSafeEqual(derived, Buffer.from(key, "base64url")) && stored !== undefined;
    },
  };
}
