export const pagesZhCN = { "page.ledger": "台账" } as const;
