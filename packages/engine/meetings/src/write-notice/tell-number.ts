/** "〔2026〕第 9 次"; null until a number is given. */
export const tellNumber = ({ year, serial }: { readonly year: number | null; readonly serial: number | null }): string | null =>
  year && serial ? `〔${year}〕第 ${serial} 次` : null;

/** "〔2026〕第 9 期", as minutes are numbered. */
export const tellIssue = ({ year, serial }: { readonly year: number | null; readonly serial: number | null }): string =>
  year && serial ? `〔${year}〕第 ${serial} 期` : "";
