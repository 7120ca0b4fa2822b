import { useSignal } from "@preact/signals";
import { addressOf, Await, browserPorts, Button, ButtonLink, Card, dateOf, EmptyState, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { EnrolCard } from "../enrol-children/EnrolCard.js";
import { readOpenings } from "../enrol-children/EnrolProgramme.js";
import { Fold } from "../fold-part/Fold.js";
import { ImportForm } from "../import-children/ImportForm.js";
import { IncidentsCard } from "../note-incident/IncidentsCard.js";
import { ChildRow } from "./ChildRow.js";
import { RegisterForm } from "./RegisterForm.js";

const read = (homeId: string) => api("GET /homes/:homeId/children", { params: { homeId } });
type Read = Awaited<ReturnType<typeof read>>;
export type Child = Read["children"][number];
/** The wordings that may be signed. */
export type Texts = Read["texts"];

/** The attendance of one month as a file. */
function Ledger({ homeId }: { readonly homeId: string }) {
  const month = useSignal(dateOf(new Date(browserPorts.now()).toISOString()).slice(0, 7));
  return (
    <form class="home-month" action={addressOf("children-activities", "/homes/:homeId/attendance", { homeId })}>
      <input
        class="lx-input"
        type="month"
        name="month"
        aria-label={text("children-activities.ledger.month")}
        value={month.value}
        onInput={(event) => (month.value = event.currentTarget.value)}
        required
      />
      <Button type="submit">{text("children-activities.paper.attendance")}</Button>
    </form>
  );
}

/** The children of a home, for its director: what is kept of each, what was agreed to, enrolment for what is planned, papers, incidents, and, unless it is closed, more children. */
export function ChildrenPart({ homeId, isClosed }: { readonly homeId: string; readonly isClosed: boolean }) {
  const loaded = useLoaded(() => read(homeId), [homeId], { keepsOld: true });
  const openings = useLoaded(() => readOpenings(homeId), [homeId], { keepsOld: true });
  const refusal = useSignal<unknown>(undefined);
  const reload = () => Promise.all([loaded.reload(), openings.reload()]);
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await reload();
  };
  return (
    <Await of={loaded}>
      {({ children, texts }) => (
        <>
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          <Card
            title={text("children-activities.home.title", { count: children.length })}
            aside={children.length > 0 && <small class="lx-hint">{text("children-activities.board.logged", { count: children.length })}</small>}
          >
            {children.length === 0 && <EmptyState why={text(isClosed ? "children-activities.home.noneLeft" : "children-activities.home.none")} />}
            <ul class="home-children">
              {children.map((child) => (
                <ChildRow key={child.id} child={child} texts={texts} act={act} />
              ))}
            </ul>
          </Card>
          {!isClosed && children.length > 0 && <EnrolCard openings={openings} children={children} act={act} />}
          <IncidentsCard homeId={homeId} children={children} />
          {!isClosed && (
            <Card title={text("children-activities.register.more")}>
              <Fold title={text("children-activities.register.title")} isOpen={children.length === 0}>
                <RegisterForm homeId={homeId} texts={texts} onDone={reload} />
              </Fold>
              <Fold title={text("children-activities.import.title")}>
                <ImportForm homeId={homeId} onDone={reload} />
              </Fold>
            </Card>
          )}
          <Card title={text("children-activities.paper.title")}>
            <div class="lx-actions">
              <ButtonLink href={addressOf("children-activities", "/homes/:homeId/consent-sheet", { homeId })} download>
                {text("children-activities.paper.consent")}
              </ButtonLink>
              <Ledger homeId={homeId} />
            </div>
          </Card>
        </>
      )}
    </Await>
  );
}
