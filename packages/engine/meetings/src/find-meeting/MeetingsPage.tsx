import { useLocation } from "preact-iso";
import { Await, ButtonLink, Card, EmptyState, mayAnywhere, PageHead, Tabs, useLoaded, whenText } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { MeetingState } from "./MeetingState.js";

const tabs = ["coming", "past", "drafts"] as const;
type Tab = (typeof tabs)[number];

const addressOfTab = (tab: Tab): string => `/meetings?tab=${tab}`;
const load = (tab: Tab) => (tab === "drafts" ? api("GET /drafts", { query: {} }) : api("GET /meetings", { query: { tab } }));
type Line = Awaited<ReturnType<typeof load>>["meetings"][number];

const ConveneLink = () => (
  <ButtonLink href="/meetings/new" look="filled" icon={Plus}>
    {text("meetings.page.convene")}
  </ButtonLink>
);

const whenOf = ({ startsAt, endsAt }: Line): string => (startsAt ? whenText(startsAt, endsAt ?? undefined) : text("meetings.list.noTime"));
const hrefOf = ({ id, state }: Line): string => (state === "draft" ? `/meetings/${id}/prepare` : `/meetings/${id}`);

const columnsOf = () => [
  {
    id: "title",
    head: text("meetings.list.what"),
    cell: (row: Line) => <a href={hrefOf(row)}>{[row.title, row.number].filter(Boolean).join(" ")}</a>,
    onPhone: "title" as const,
  },
  { id: "when", head: text("meetings.list.when"), cell: whenOf, sort: (row: Line) => row.startsAt ?? "" },
  { id: "where", head: text("meetings.list.where"), cell: (row: Line) => row.venueName ?? "" },
  { id: "state", head: text("meetings.list.state"), cell: (row: Line) => <MeetingState state={row.state} /> },
];

/** Meetings to come, past ones, and those being prepared. */
export default function MeetingsPage() {
  const { query } = useLocation();
  const mayConvene = mayAnywhere("meetings.convene");
  const shown = tabs.filter((name) => name !== "drafts" || mayConvene);
  const tab = shown.find((name) => name === query.tab) ?? "coming";
  const loaded = useLoaded(() => load(tab), [tab]);
  return (
    <div class="lx-stack">
      <PageHead title={text("meetings.list.heading")}>
        {mayConvene && <ConveneLink />}
        {mayAnywhere("meetings.see") && <ButtonLink href="/meetings/bodies">{text("meetings.page.bodies")}</ButtonLink>}
        {mayConvene && <ButtonLink href="/meetings/series">{text("meetings.page.series")}</ButtonLink>}
        {mayConvene && <ButtonLink href="/meetings/plans">{text("meetings.page.plans")}</ButtonLink>}
      </PageHead>
      <Tabs
        label={text("meetings.list.tabs")}
        tabs={shown.map((name) => ({ href: addressOfTab(name), label: text(`meetings.list.${name}`) }))}
        here={addressOfTab(tab)}
      />
      <Card title={text(`meetings.list.${tab}`)} isFlush>
        <Await of={loaded}>
          {({ meetings }) => (
            <DataTable
              label={text(`meetings.list.${tab}`)}
              rows={meetings}
              keyOf={(row) => row.id}
              columns={columnsOf()}
              empty={<EmptyState why={text(`meetings.list.empty.${tab}`)}>{mayConvene && <ConveneLink />}</EmptyState>}
            />
          )}
        </Await>
      </Card>
    </div>
  );
}
