import type { WrittenRemark } from "./read-remarks.js";

/** Who said what, by the words of the remark: they stay with it when lines move. */
export type Speakers = Readonly<Record<string, { readonly id: string; readonly fullName: string }>>;

/** Remarks as they are sent, each with the person who said it where one was chosen. */
export const nameSpeakers = (remarks: readonly WrittenRemark[], speakers: Speakers): (WrittenRemark & { readonly saidBy?: string })[] =>
  remarks.map((remark) => ({ ...remark, ...(speakers[remark.title] && { saidBy: speakers[remark.title]!.id }) }));
