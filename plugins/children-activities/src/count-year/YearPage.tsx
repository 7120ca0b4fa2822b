import { useSignal } from "@preact/signals";
import { addressOf, Await, browserPorts, Button, ButtonLink, Card, dateOf, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import "./Year.css";

const read = (year: string) => api("GET /years/:year", { params: { year } });
type Year = Awaited<ReturnType<typeof read>>;
const shown = (count: number | null): string => (count === null ? text("children-activities.year.small") : String(count));

function Cells({
  title,
  group,
  of,
  isSummed = true,
}: {
  readonly title: string;
  readonly group: string;
  readonly of: Year["visits"] | Year["agreed"] | Year["incidents"] | Year["reports"];
  /** One child may have several: a sum would say nothing. */
  readonly isSummed?: boolean;
}) {
  if (of === null)
    return (
      <Card title={title}>
        <p>{text("children-activities.year.ended")}</p>
      </Card>
    );
  const rows = Object.entries(of.cells) as [string, number | null][];
  return (
    <Card title={title}>
      <SummaryList
        rows={[
          ...rows.map(([key, count]) => ({ label: told(group, key), value: <span class="lx-num">{shown(count)}</span> })),
          ...(isSummed ? [{ label: text("children-activities.year.total"), value: <span class="lx-num">{shown(of.total)}</span> }] : []),
        ]}
      />
    </Card>
  );
}

/** Who read children's data, how often and for what: readings are no children, so none is hidden. */
function Readings({ readings }: Pick<Year, "readings">) {
  if (readings === null || readings.length === 0)
    return (
      <Card title={told("year", "readings")}>
        <p>{text(readings === null ? "children-activities.year.ended" : "children-activities.year.unread")}</p>
      </Card>
    );
  return (
    <Card title={told("year", "readings")}>
      <SummaryList
        rows={readings.map(({ purpose, reader, times }) => ({
          label: text("children-activities.year.reading", { purpose: told("purpose", purpose), reader: told("reader", reader) }),
          value: <span class="lx-num">{text("children-activities.reading.times", { count: times })}</span>,
        }))}
      />
    </Card>
  );
}

function Report({ year }: { readonly year: Year }) {
  const rows = [
    ...(["homes", "sessions", "cancelled", "overrides"] as const).map((key) => ({ label: told("year", key), value: String(year[key]) })),
    { label: told("year", "alarms"), value: text("children-activities.year.alarmed", { count: year.alarms.count, minutes: year.alarms.minutes }) },
    {
      label: told("year", "checks"),
      value: year.checks
        ? text("children-activities.year.checked", { clear: shown(year.checks.cells.clear), notClear: shown(year.checks.cells.not_clear) })
        : text("children-activities.year.ended"),
    },
  ];
  return (
    <>
      <Card title={text("children-activities.year.held")}>
        <SummaryList rows={rows} />
      </Card>
      <div class="year-cells">
        <Cells title={told("year", "children")} group="band" of={year.children} />
        <Cells title={told("year", "visits")} group="band" of={year.visits} />
        <Cells title={told("year", "agreed")} group="consent" of={year.agreed} isSummed={false} />
        <Cells title={told("year", "takenBack")} group="consent" of={year.takenBack} isSummed={false} />
        <Cells title={told("year", "incidents")} group="incident" of={year.incidents} />
        <Cells title={told("year", "reports")} group="office" of={year.reports} />
        <Readings readings={year.readings} />
      </div>
      <p class="lx-hint">
        {text("children-activities.year.hidden", { smallest: year.smallest })} {year.citation} {text("children-activities.year.readingRule")}{" "}
        {year.readingCitation}
      </p>
    </>
  );
}

/** The yearly report: how the rules were kept, in figures that name nobody. */
export default function YearPage() {
  const year = useSignal(Number(dateOf(new Date(browserPorts.now()).toISOString()).slice(0, 4)));
  const loaded = useLoaded(() => read(String(year.value)), [year.value], { keepsOld: true });
  return (
    <div class="lx-stack">
      <PageHead title={text("children-activities.page.year")} note={text("children-activities.year.note", { year: String(year.value) })}>
        <ButtonLink href={addressOf("children-activities", "/years/:year/file", { year: String(year.value) })} download>
          {text("children-activities.year.download")}
        </ButtonLink>
        <ButtonLink href={addressOf("children-activities", "/years/:year/print", { year: String(year.value) })} download>
          {text("children-activities.year.print")}
        </ButtonLink>
        <Button look="plain" onClick={() => year.value--}>
          {text("children-activities.year.before")}
        </Button>
        <Button look="plain" onClick={() => year.value++}>
          {text("children-activities.year.after")}
        </Button>
      </PageHead>
      <Await of={loaded} lines={8}>
        {(report) => <Report year={report} />}
      </Await>
    </div>
  );
}
