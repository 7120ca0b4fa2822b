import { useState } from "preact/hooks";
import { addressOf, Await, browserPorts, Button, ButtonLink, Card, dateOf, dayText, EmptyState, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { Download } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { CertifyForm } from "../certify-hours/CertifyForm.js";
import { CorrectDialog } from "./CorrectDialog.js";
import { useYear, YearChoice } from "./YearChoice.js";
import "./Hours.css";

const read = (from: string, to: string) => api("GET /hours", { query: { from, to } });
type Row = Awaited<ReturnType<typeof read>>["rows"][number];

/** Rows that stand may be corrected; reversed ones and reversals say what was. */
const columnsOf = (stands: ReadonlySet<string>, correct: (row: Row) => void): readonly Column<Row>[] => [
  {
    id: "name",
    head: text("volunteer-days.join.name"),
    cell: (row) => (
      <a href={`/volunteer-days/people/${row.volunteerId}`} aria-label={text("volunteer-days.record.open", { name: row.name })}>
        {row.name}
      </a>
    ),
    sort: (row) => row.name,
    onPhone: "title",
  },
  { id: "day", head: text("volunteer-days.done.when"), cell: (row) => dayText(row.servedOn), sort: (row) => row.servedOn },
  { id: "site", head: text("volunteer-days.done.site"), cell: (row) => row.siteName },
  { id: "minutes", head: text("volunteer-days.hours.minutes"), cell: (row) => row.minutes, isNumber: true },
  { id: "reason", head: text("volunteer-days.hours.reason"), cell: (row) => row.reason ?? "" },
  ...(mayAnywhere("volunteer-days.plan")
    ? [
        {
          id: "correct",
          onPhone: "act" as const,
          head: text("volunteer-days.correct.title"),
          cell: (row: Row) =>
            stands.has(row.id) && (
              <Button look="plain" aria-label={text("volunteer-days.correct.word", { name: row.name })} onClick={() => correct(row)}>
                {text("volunteer-days.correct.submit")}
              </Button>
            ),
        },
      ]
    : []),
];

function standingIn(rows: readonly Row[]): ReadonlySet<string> {
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  return new Set(rows.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id)).map(({ id }) => id));
}

const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());
const peopleOf = (rows: readonly Row[]) => [...new Map(rows.map(({ volunteerId, name }) => [volunteerId, { id: volunteerId, name }])).values()];

/** The ledger of hours of a year: only ever added to, corrections beside what they correct. Nobody is ranked. */
export default function HoursPage() {
  const shown = useYear();
  const { year, from, to } = shown;
  const loaded = useLoaded(() => read(from, to), [year], { keepsOld: true });
  const [wrong, correct] = useState<Row | undefined>(undefined);
  return (
    <div class="lx-stack">
      <PageHead title={text("volunteer-days.page.hours")} note={text("volunteer-days.hours.own")}>
        <ButtonLink href="/volunteer-days/turns">{text("volunteer-days.turns.open")}</ButtonLink>
        <ButtonLink href={addressOf("volunteer-days", "/hours.xlsx", {}, { from, to })} icon={Download} download>
          {text("volunteer-days.hours.export")}
        </ButtonLink>
        {mayAnywhere("volunteer-days.plan") && (
          <ButtonLink href={addressOf("volunteer-days", "/records.xlsx", {}, { from, to })} icon={Download} download>
            {text("volunteer-days.record.export")}
          </ButtonLink>
        )}
      </PageHead>
      <YearChoice {...shown} />
      <Await of={loaded} lines={8}>
        {({ rows, total }) => (
          <>
            {wrong && <CorrectDialog row={wrong} onClose={() => correct(undefined)} onDone={loaded.reload} />}
            {mayAnywhere("volunteer-days.plan") && rows.length > 0 && (
              <CertifyForm key={year} people={peopleOf(rows)} from={from} to={to < today() ? to : today()} />
            )}
            <Card title={text("volunteer-days.hours.total", { hours: Math.floor(total / 60), minutes: total % 60 })} isFlush>
              <DataTable
                label={text("volunteer-days.page.hours")}
                columns={columnsOf(standingIn(rows), correct)}
                rows={rows}
                keyOf={(row) => row.id}
                empty={<EmptyState why={text("volunteer-days.hours.none")} />}
              />
            </Card>
          </>
        )}
      </Await>
    </div>
  );
}
