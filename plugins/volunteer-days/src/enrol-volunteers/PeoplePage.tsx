import { Await, Card, dayText, EmptyState, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
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
  const [{ volunteers }, { series }] = await Promise.all([api("GET /volunteers"), api("GET /series")]);
  return { volunteers, series };
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

const columnsOf = (siteNames: ReadonlyMap<string, string>, leave: (row: Row) => Promise<void>): readonly Column<Row>[] => [
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
  ...(mayAnywhere("volunteer-days.plan")
    ? [
        {
          id: "leave",
          onPhone: "act" as const,
          head: text("volunteer-days.people.leave"),
          cell: (row: Row) => (
            <ActButton look="plain" aria-label={`${text("volunteer-days.people.leave")} ${row.name}`} onAct={() => leave(row)}>
              {text("volunteer-days.people.leave")}
            </ActButton>
          ),
        },
      ]
    : []),
];

function People({ loaded: { volunteers, series }, onDone }: { readonly loaded: Loaded; readonly onDone: () => Promise<unknown> }) {
  const siteNames = new Map(series.flatMap(({ sites }) => sites.map(({ id, name }) => [id, name] as const)));
  const leave = async ({ id, name }: Row) => {
    await api("POST /volunteers/:volunteerId/leave", { params: { volunteerId: id } });
    await onDone();
    const undo = async () => {
      await api("POST /volunteers/:volunteerId/return", { params: { volunteerId: id } });
      await onDone();
    };
    toast(text("volunteer-days.people.left", { name }), { undo });
  };
  return (
    <>
      {mayAnywhere("volunteer-days.plan") && series[0] && (
        <>
          <EnrolForm series={series} onDone={onDone} />
          <ImportForm list={rotaList(series[0].id)} onDone={onDone} />
          <FindPerson seriesId={series[0].id} />
        </>
      )}
      <Card title={text("volunteer-days.rota.people", { count: volunteers.length })} isFlush>
        <DataTable
          label={text("volunteer-days.page.people")}
          columns={columnsOf(siteNames, leave)}
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
        {(value) => <People loaded={value} onDone={loaded.reload} />}
      </Await>
    </div>
  );
}
