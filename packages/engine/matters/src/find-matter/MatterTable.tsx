import type { ComponentChildren } from "preact";
import { dayText, Meta, Status, t } from "@lianxin/web-kit";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { text } from "../api.js";
import { StateTag } from "./StateTag.js";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly placeName: string;
  readonly reporterName: string | null;
  readonly isReporterHidden: boolean;
  readonly raisedOn: string;
  readonly isPersonal: boolean;
  readonly isWarned: boolean;
  readonly replyBy: string | null;
  readonly isReplyLate: boolean;
  readonly stuck: "returned" | "unaccepted" | null;
}

const columnsOf = (): readonly Column<Row>[] => [
  {
    id: "title",
    head: text("matters.column.title"),
    cell: (row) => <a href={`/matters/${row.id}`}>{row.title}</a>,
    onPhone: "title",
  },
  {
    id: "state",
    head: text("matters.column.state"),
    cell: (row) => (
      <Meta>
        <StateTag state={row.state} isPersonal={row.isPersonal} />
        {row.isWarned && t("matters.warned")}
        {row.stuck && <Status kind={row.stuck === "returned" ? "hold" : "late"} word={text(`matters.stuck.${row.stuck}`)} />}
        {row.isReplyLate && row.replyBy && <Status kind="late" word={text("matters.replyLate", { day: dayText(row.replyBy) })} />}
      </Meta>
    ),
  },
  { id: "place", head: text("matters.column.place"), cell: (row) => row.placeName },
  {
    id: "reporter",
    head: text("matters.column.reporter"),
    cell: (row) => row.reporterName ?? text(row.isReporterHidden ? "matters.hidden" : "matters.unnamed"),
  },
  { id: "raisedOn", head: text("matters.column.raisedOn"), cell: (row) => <span class="lx-nowrap">{dayText(row.raisedOn)}</span> },
  { id: "number", head: text("matters.column.number"), cell: (row) => <span class="lx-num lx-nowrap">{row.number}</span> },
];

/** Matters as a table; cards on a phone. */
export const MatterTable = ({ label, rows, empty }: { readonly label: string; readonly rows: readonly Row[]; readonly empty: ComponentChildren }) => (
  <DataTable label={label} columns={columnsOf()} rows={rows} keyOf={(row) => row.id} empty={empty} />
);
