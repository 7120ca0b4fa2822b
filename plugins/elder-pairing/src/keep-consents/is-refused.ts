interface Consents {
  readonly consents: readonly { readonly scope: string; readonly withdrawnOn: string | null }[];
}

/** Was it taken back and not given again, by what a card says? Who was never asked refused nothing. */
export const isRefused = ({ consents }: Consents, scope: string): boolean =>
  consents.some((one) => one.scope === scope) && consents.every((one) => one.scope !== scope || one.withdrawnOn !== null);
