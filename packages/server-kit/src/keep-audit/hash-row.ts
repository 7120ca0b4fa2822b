import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** One line of the audit as it is stored. Hashes are SHA-256 in base64url. */
export interface AuditRow {
  readonly id: string;
  /** The chain it belongs to; a process writes chains of its own. */
  readonly writer: string;
  /** 1, 2, 3 … within the chain, without a gap. */
  readonly sequence: number;
  readonly at: string;
  readonly account: string;
  readonly person: string | null;
  readonly action: string;
  readonly target: string;
  /** Canonical JSON. */
  readonly detail: string;
  /** Random; without it a redacted detail of few possible values could be guessed from its hash. */
  readonly detailSalt: string;
  readonly detailHash: string;
  /** "" in a chain's first row. */
  readonly previousHash: string;
  readonly hash: string;
}

/** The last row of a chain, by its sequence and hash. */
export interface ChainHead {
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
}

export interface AuditRoot {
  readonly id: string;
  readonly at: string;
  readonly sequence: number;
  /** Canonical JSON of the heads that moved since the root before. */
  readonly chains: string;
  readonly previousRoot: string;
  readonly root: string;
  /** Ed25519 over the root. */
  readonly signature: string;
}

const sha256 = (text: string): string => hash("sha256", text, "base64url");

export const hashDetail = (salt: string, detail: string): string => sha256(`lianxin audit detail 1\n${salt}\n${detail}`);

/** Covers everything in the row but the detail itself, whose hash stands for it: so a redaction keeps the chain whole. */
export const hashRow = ({ detail: _detail, detailSalt: _salt, hash: _hash, ...row }: Omit<AuditRow, "hash"> & { readonly hash?: string }): string =>
  sha256(`lianxin audit row 1\n${canonicalJson(row)}`);

export const hashRoot = ({
  root: _root,
  signature: _signature,
  ...row
}: Omit<AuditRoot, "root" | "signature"> & { readonly root?: string; readonly signature?: string }): string =>
  sha256(`lianxin audit root 1\n${canonicalJson(row)}`);
