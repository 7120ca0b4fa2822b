import { Await, Card, dayText, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { ImportForm } from "../import-people/ImportForm.js";
import { rotaList } from "../import-people/lists.js";
import { FindPerson } from "../keep-people/FindPerson.js";
import { ActButton } from "../show-refusal/ActButton.js";
import { EnrolForm } from "./EnrolForm.js";
import "../record-hours/Hours.css";

async function read() {
  const [{ volunteers }, { series, mayPlan }] = await Promise.all([api("GET /volunteers"), api("GET /series")]);
  return { volunteers, series, mayPlan };
}
type Loaded = Awaited<ReturnType<typeof read>>;
type Row = Loaded["volunteers"][number];

const factsOf = ({ mayLead, isReserve, ageBand, skills, pausedUntil }: Row): string =>
  [
    pausedUntil && text("volunteer-days.people.paused", { day: dayText(pausedUntil) }),
    mayLead && text("volunteer-days.people.mayLead"),
    isReserve && text("volunteer-days.people.isReserve"),
    skills && text("volunteer-days.people.can", { skills }),
    ageBand === "youth" && text("volunteer-days.age.youth"),
    ageBand === "child" && text("volunteer-days.age.child"),
  ]
    .filter(Boolean)
    .join(" · ");

/** Whoever is on several rotas leaves one of them, or one after the other. */
const Leave = ({ row, titles, leave }: { readonly row: Row; readonly titles: ReadonlyMap<string, string>; readonly leave: LeaveRota }) => (
  <span class="lx-actions">
    {row.seriesIds.map((id) => {
      const said = row.seriesIds.length > 1 ? text("volunteer-days.people.leaveOne", { title: titles.get(id) ?? "" }) : text("volunteer-days.people.leave");
      return (
        <ActButton key={id} look="plain" aria-label={`${said} ${row.name}`} onAct={() => leave(row, id)}>
          {said}
        </ActButton>
      );
    })}
  </span>
);
type LeaveRota = (row: Row, seriesId: string) => Promise<void>;

const columnsOf = (siteNames: ReadonlyMap<string, string>, titles: ReadonlyMap<string, string>, leave: LeaveRota | undefined): readonly Column<Row>[] => [
  {
    id: "name",
    head: text("volunteer-days.join.name"),
    cell: (row) => (
      <a href={`/volunteer-days/people/${row.id}`} aria-label={text("volunteer-days.record.open", { name: row.name })}>
        {row.name}
      </a>
    ),
    sort: (row) => row.name,
    onPhone: "title",
  },
  { id: "phone", head: text("volunteer-days.join.phone"), cell: (row) => row.phone ?? "" },
  { id: "facts", head: text("volunteer-days.people.facts"), cell: factsOf },
  {
    id: "sites",
    head: text("volunteer-days.people.knows"),
    cell: ({ knownSiteIds }) => knownSiteIds.map((id) => siteNames.get(id) ?? "").join("、"),
  },
  ...(titles.size > 1
    ? [
        {
          id: "series",
          head: text("volunteer-days.people.asked"),
          cell: ({ seriesIds }: Row) => seriesIds.map((id) => titles.get(id) ?? "").join("、"),
        },
      ]
    : []),
  ...(leave
    ? [
        {
          id: "leave",
          onPhone: "act" as const,
          head: text("volunteer-days.people.leave"),
          cell: (row: Row) => <Leave row={row} titles={titles} leave={leave} />,
        },
      ]
    : []),
];

/** As the board counts them: who is asked only when somebody is missing stands apart. */
function countsOf(rows: readonly Row[]): string {
  const reserve = rows.filter(({ isReserve }) => isReserve).length;
  const said = text("volunteer-days.rota.people", { count: rows.length - reserve });
  return reserve > 0 ? `${said} ${text("volunteer-days.rota.reserve", { count: reserve })}` : said;
}

function People({ loaded: { volunteers, series, mayPlan }, onDone }: { readonly loaded: Loaded; readonly onDone: () => Promise<unknown> }) {
  const siteNames = new Map(series.flatMap(({ sites }) => sites.map(({ id, name }) => [id, name] as const)));
  const titles = new Map(series.map(({ id, title }) => [id, title]));
  const leave: LeaveRota = async ({ id: volunteerId, name, seriesIds }, seriesId) => {
    const params = { volunteerId, seriesId };
    await api("POST /volunteers/:volunteerId/series/:seriesId/leave", { params });
    await onDone();
    const undo = async () => {
      await api("POST /volunteers/:volunteerId/series/:seriesId/return", { params });
      await onDone();
    };
    const said =
      seriesIds.length > 1 ? text("volunteer-days.people.leftOne", { name, title: titles.get(seriesId) ?? "" }) : text("volunteer-days.people.left", { name });
    toast(said, { undo });
  };
  return (
    <>
      {mayPlan && series[0] && (
        <>
          <EnrolForm series={series} onDone={onDone} />
          {series.map(({ id, title }) => (
            <ImportForm key={id} list={rotaList(id, series.length > 1 ? title : undefined)} onDone={onDone} />
          ))}
          <FindPerson seriesId={series[0].id} />
        </>
      )}
      <Card title={countsOf(volunteers)} isFlush>
        <DataTable
          label={text("volunteer-days.page.people")}
          columns={columnsOf(siteNames, titles, mayPlan ? leave : undefined)}
          rows={volunteers}
          keyOf={({ id }) => id}
          empty={<EmptyState why={text("volunteer-days.people.none")} />}
        />
      </Card>
    </>
  );
}

/** Who said yes to the rota: enrolled here, and taken off at their wish. Nobody is ranked. */
export default function PeoplePage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  return (
    <div class="lx-stack">
      <PageHead title={text("volunteer-days.page.people")} note={text("volunteer-days.rota.free")} />
      <Await of={loaded} lines={8}>
        {(value) =>
          value.mayPlan || value.volunteers.length > 0 || value.series.some(({ isWhole }) => isWhole) ? (
            <People loaded={value} onDone={loaded.reload} />
          ) : (
            <EmptyState why={text("volunteer-days.rota.part")} />
          )
        }
      </Await>
    </div>
  );
}
