import { createSecretKey } from "node:crypto";
import type { Random } from "../ports.js";
import { ivBytes, lockBytes, unlockBytes } from "./lock-bytes.js";
import type { MasterKey } from "./master-key.js";

/** Secrets of the installation that are no person's: a mail password, a gateway's token. */
export interface PlatformTexts {
  /** Sealed for one scope, "mail/password"; opens in no other. */
  sealText(scope: string, text: string): string;
  /** Throws SEALED_DAMAGED. */
  openText(scope: string, sealed: string): string;
}

export function platformTexts(master: MasterKey, random: Random): PlatformTexts {
  const key = createSecretKey(master.derive("platform-text"));
  const contextOf = (scope: string): string => `lxp1.${scope}`;
  return {
    sealText: (scope, text) => `lxp1.${lockBytes(key, 0, contextOf(scope), Buffer.from(text, "utf8"), random.bytes(ivBytes))}`,
    openText: (scope, sealed) => unlockBytes(key, contextOf(scope), sealed.startsWith("lxp1.") ? sealed.slice(5) : "").toString("utf8"),
  };
}
