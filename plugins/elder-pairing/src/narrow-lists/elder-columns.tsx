import { text } from "../api.js";

interface ElderRow {
  readonly elderId: string;
  readonly elder: string;
  readonly village: string;
}

/** How a table of pairs begins: the elder, who leads to their page, and the village. */
export const elderColumns = <R extends ElderRow>() =>
  [
    {
      id: "elder",
      head: text("elder-pairing.col.elder"),
      cell: (row: R) => <a href={`/elder-pairing/elders/${row.elderId}`}>{row.elder}</a>,
      sort: (row: R) => row.elder,
      onPhone: "title",
    },
    { id: "village", head: text("elder-pairing.col.village"), cell: (row: R) => row.village, sort: (row: R) => row.village },
  ] as const;
