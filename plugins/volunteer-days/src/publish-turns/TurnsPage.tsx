import { Await, Card, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { useYear, YearChoice } from "../record-hours/YearChoice.js";

const read = (from: string, to: string) => api("GET /public/turns", { query: { from, to } });
type Row = Awaited<ReturnType<typeof read>>["turns"][number] & { readonly line: number };

const timeOf = (minutes: number): string => text("volunteer-days.proof.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
const columns = (): readonly Column<Row>[] => [
  { id: "name", head: text("volunteer-days.join.name"), cell: ({ name }) => name, onPhone: "title" },
  { id: "placed", head: text("volunteer-days.turns.placed"), cell: ({ placed }) => placed, isNumber: true },
  { id: "served", head: text("volunteer-days.turns.served"), cell: ({ served }) => served, isNumber: true },
  { id: "waited", head: text("volunteer-days.turns.waited"), cell: ({ waited }) => waited, isNumber: true },
  { id: "minutes", head: text("volunteer-days.proof.time"), cell: ({ minutes }) => timeOf(minutes) },
];

/** For anybody: whose turn it was this year and what was written down, so that a mistake is found before it is certified. No column sorts: nobody is first. */
export default function TurnsPage() {
  const shown = useYear();
  const { year, from, to } = shown;
  const loaded = useLoaded(() => read(from, to), [year]);
  return (
    <div class="lx-stack">
      <PageHead title={text("volunteer-days.page.turns")} note={text("volunteer-days.turns.note")} />
      <YearChoice {...shown} />
      <Await of={loaded} lines={6}>
        {({ turns, minors, phone }) => (
          <>
            <Card title={text("volunteer-days.turns.year", { year })} isFlush>
              <DataTable
                label={text("volunteer-days.page.turns")}
                columns={columns()}
                rows={turns.map((row, line) => ({ ...row, line }))}
                keyOf={({ line }) => String(line)}
                empty={<EmptyState why={text("volunteer-days.turns.none")} />}
              />
            </Card>
            {minors > 0 && <p class="lx-hint">{text("volunteer-days.turns.minors", { count: minors })}</p>}
            <p class="lx-hint">{phone ? text("volunteer-days.turns.askAt", { phone }) : text("volunteer-days.turns.ask")}</p>
          </>
        )}
      </Await>
    </div>
  );
}
