import { useState } from "preact/hooks";
import { addressOf, Await, ButtonLink, browserPorts, Card, dateOf, dayText, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { Download } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";

const read = (from: string, to: string) => api("GET /hours", { query: { from, to } });
type Row = Awaited<ReturnType<typeof read>>["rows"][number];

const columnsOf = (): readonly Column<Row>[] => [
  { id: "name", head: text("volunteer-days.join.name"), cell: (row) => row.name, sort: (row) => row.name, onPhone: "title" },
  { id: "day", head: text("volunteer-days.done.when"), cell: (row) => dayText(row.servedOn), sort: (row) => row.servedOn },
  { id: "site", head: text("volunteer-days.done.site"), cell: (row) => row.siteName },
  { id: "minutes", head: text("volunteer-days.hours.minutes"), cell: (row) => row.minutes, isNumber: true },
  { id: "reason", head: text("volunteer-days.hours.reason"), cell: (row) => row.reason ?? "" },
];

/** The ledger of hours of a year: only ever added to, corrections beside what they correct. Nobody is ranked. */
export default function HoursPage() {
  const [year] = useState(() => dateOf(new Date(browserPorts.now()).toISOString()).slice(0, 4));
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const loaded = useLoaded(() => read(from, to), [year]);
  return (
    <div class="lx-stack">
      <PageHead title={text("volunteer-days.page.hours")} note={text("volunteer-days.hours.own")}>
        <ButtonLink href={addressOf("volunteer-days", "/hours.xlsx", {}, { from, to })} icon={Download} download>
          {text("volunteer-days.hours.export")}
        </ButtonLink>
      </PageHead>
      <Await of={loaded} lines={8}>
        {({ rows, total }) => (
          <Card title={text("volunteer-days.hours.total", { hours: Math.floor(total / 60), minutes: total % 60 })} isFlush>
            <DataTable
              label={text("volunteer-days.page.hours")}
              columns={columnsOf()}
              rows={rows}
              keyOf={(row) => row.id}
              empty={<EmptyState why={text("volunteer-days.hours.none")} />}
            />
          </Card>
        )}
      </Await>
    </div>
  );
}
