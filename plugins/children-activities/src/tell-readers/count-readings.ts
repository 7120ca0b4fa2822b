import { groupBy } from "../group-by.js";
import { childrenActivities, type ActivitiesContext } from "../plugin.js";
import { directorsIn, readers, whoRead, type ReaderKind } from "./who-read.js";

/** Readings of one kind of reader for one purpose. */
export interface CountedReadings {
  readonly purpose: string;
  readonly reader: ReaderKind;
  readonly times: number;
}

const purposes = Object.keys(childrenActivities.purposes);

/** How often some children's data were opened in a time, by whom and for what, in sums; of nobody a name. `directorIds`: of their homes, now. O(openings of that time). */
export async function countReadings(
  { readings }: ActivitiesContext,
  {
    childIds,
    directorIds,
    ...time
  }: { readonly childIds: readonly string[]; readonly directorIds: readonly string[]; readonly from: string; readonly before: string },
): Promise<CountedReadings[]> {
  const sums = await readings.count(childIds, time);
  const directors = directorsIn(sums, directorIds);
  const kinds = groupBy(sums, (sum) => `${sum.purpose} ${whoRead(sum, directors)}`);
  return purposes.flatMap((purpose) =>
    readers.flatMap((reader) => {
      const own = kinds.get(`${purpose} ${reader}`) ?? [];
      return own.length === 0 ? [] : [{ purpose, reader, times: own.reduce((all, { times }) => all + times, 0) }];
    }),
  );
}
