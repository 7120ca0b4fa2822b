/** What was put into the ledger directly, without a meeting. */
export const directSource = "commitments.direct";
