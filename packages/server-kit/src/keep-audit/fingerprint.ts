import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** SHA-256 in base64url over the canonical JSON of what is kept. */
export const fingerprintOf = (content: unknown): string => hash("sha256", `lianxin content 1\n${canonicalJson(content)}`, "base64url");
