/** What a part may ask for besides words. Nothing is asked for unless the part says so; a photo never by default. */
export const evidenceKinds = ["photo", "receipt", "paper", "inspection"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
