interface Placed {
  readonly village: string;
  /** The township around it; null where there is none. */
  readonly town: string | null;
}

/** The township before the village where rows of several townships stand together, as villages of two may have one name; in a list of one township the village alone. */
export function nameVillages<R extends Placed>(rows: readonly R[]): Omit<R, "town">[] {
  const isMixed = new Set(rows.map(({ town }) => town)).size > 1;
  return rows.map(({ town, ...row }) => ({ ...row, village: isMixed && town !== null && town !== row.village ? `${town} ${row.village}` : row.village }));
}
