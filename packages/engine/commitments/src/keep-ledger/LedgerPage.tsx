import { useLocation } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, Chips, EmptyState, mayAnywhere, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { Download, Plus, Printer } from "@lianxin/web-kit/icons";
import { Pager } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { ChainsCard } from "../follow-waits/ChainsCard.js";
import { AccountLine } from "./AccountLine.js";
import { filterNames } from "./filter-names.js";
import { queryOf, readView, writeView, type LedgerView } from "./ledger-address.js";
import { LedgerFilters } from "./LedgerFilters.js";
import { LedgerTable } from "./LedgerTable.js";

const isNarrowed = ({ filter, search, organizationId, meetingId, closedIn, stale }: LedgerView) =>
  stale || filter !== "all" || [search, organizationId, meetingId, closedIn].some((value) => value !== "");

const Nothing = ({ view }: { readonly view: LedgerView }) =>
  isNarrowed(view) ? (
    <EmptyState why={text("commitments.empty.narrowed")}>
      <ButtonLink href="/commitments" look="soft">
        {text("commitments.clear")}
      </ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState why={text("commitments.empty.all")}>
      {mayAnywhere("commitments.assign") && (
        <ButtonLink href="/commitments/new" look="soft">
          {text("commitments.page.open")}
        </ButtonLink>
      )}
    </EmptyState>
  );

const Head = ({ view, count }: { readonly view: LedgerView; readonly count: number | undefined }) => (
  <PageHead title={count === undefined ? text("commitments.page.ledger") : text("commitments.page.ledger.count", { count })}>
    {mayAnywhere("commitments.assign") && (
      <ButtonLink href="/commitments/new" icon={Plus}>
        {text("commitments.page.open")}
      </ButtonLink>
    )}
    <ButtonLink href={addressOf("commitments", "/ledger/page", {}, queryOf(view))} icon={Printer} download>
      {text("commitments.print")}
    </ButtonLink>
    <ButtonLink href={addressOf("commitments", "/ledger.xlsx", {}, queryOf(view))} icon={Download} download>
      {text("commitments.export")}
    </ButtonLink>
    <ButtonLink href={addressOf("commitments", "/ledger.csv", {}, queryOf(view))} icon={Download} download>
      {text("commitments.exportCsv")}
    </ButtonLink>
  </PageHead>
);

/** The ledger of promises: one filter and a few narrowings, all in the address; fifty lines a page. */
export default function LedgerPage() {
  const { query, route } = useLocation();
  const view = readView(query);
  const show = (change: Partial<LedgerView>) => route(writeView({ ...view, page: 0, ...change }));
  const loaded = useLoaded(() => api("GET /ledger", { query: { ...queryOf(view), page: view.page } }), [writeView(view)], { keepsOld: true });
  const counts = loaded.value?.counts;
  return (
    <div class="lx-stack">
      <Head view={view} count={counts?.all} />
      <Chips
        label={text("commitments.filter.label")}
        options={filterNames.map((value) => ({ value, label: text(`commitments.filter.${value}`), ...(counts ? { count: counts[value] } : {}) }))}
        chosen={view.filter}
        onChoose={(filter) => show({ filter })}
      />
      <LedgerFilters view={view} organizations={loaded.value?.organizations ?? []} thisYear={loaded.value?.thisYear} onChange={show} />
      {loaded.value?.missingYear && <Notice kind="warning">{text("commitments.yearMissing", { year: loaded.value.missingYear })}</Notice>}
      <ChainsCard />
      <Card title={text(`commitments.filter.${view.filter}`)} isFlush>
        <Await of={loaded} lines={8}>
          {({ lines, counts: sums, pageSize }) => (
            <>
              <LedgerTable lines={lines} empty={<Nothing view={view} />} />
              <Pager count={sums[view.filter]} pageSize={pageSize} at={view.page} onTurn={(page) => show({ page })} />
            </>
          )}
        </Await>
      </Card>
      <AccountLine />
    </div>
  );
}
