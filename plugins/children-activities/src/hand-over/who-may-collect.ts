export interface MayCollect {
  readonly id: string;
  readonly relation: string;
  readonly name: string;
  /** The last four digits; null: no telephone was named. */
  readonly phoneTail: string | null;
}

type Guardian = Omit<MayCollect, "phoneTail"> & { readonly phone: string };

/** Who may collect a child: its guardians, then whom they named. A guardian who stands on the list as well is there once, as listed. O(guardians × listed). */
export function whoMayCollect(guardians: readonly Guardian[], listed: readonly MayCollect[]): MayCollect[] {
  const own = guardians.map(({ id, relation, name, phone }) => ({ id, relation, name, phoneTail: phone.slice(-4) }));
  const isListed = (one: MayCollect) => listed.some(({ name, phoneTail }) => name === one.name && (phoneTail === null || phoneTail === one.phoneTail));
  return [...own.filter((one) => !isListed(one)), ...listed];
}
