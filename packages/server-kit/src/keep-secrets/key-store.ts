/** A person's key as it is stored: wrapped by the master key, or destroyed. */
export interface StoredKey {
  readonly subject: string;
  readonly wrapped: string | null;
  readonly state: "active" | "destroyed";
}

/** Where person keys are kept, on one connection and inside its transaction. */
export interface KeyStore {
  find(subjects: readonly string[]): Promise<readonly StoredKey[]>;
  /** Adds keys, a few statements for all, and says how many went in; an existing one of the same subject stays and is returned by the next `find`. */
  add(keys: readonly (StoredKey & { readonly createdAt: string })[]): Promise<number>;
}
