import { Await, Button, Card, EmptyState, ErrorNotice, PageHead } from "@lianxin/web-kit";
import { text } from "../api.js";
import { MineCard } from "../take-duty/MineCard.js";
import { DutyList } from "./DutyList.js";
import { useDuties } from "./use-duties.js";

function Missing() {
  const { loaded, refusal, act, fill, ask } = useDuties();
  return (
    <Await of={loaded}>
      {({ duties }) => {
        const programmes = [...new Map(duties.map((duty) => [duty.programmeId, duty])).values()];
        return (
          <Card title={text("children-volunteers.plan.title")}>
            {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
            {duties.length === 0 && <EmptyState why={text("children-volunteers.plan.none")} />}
            {programmes.map(({ programmeId, title }) => {
              const own = duties.filter((duty) => duty.programmeId === programmeId);
              return (
                <section key={programmeId} class="duty-plans">
                  {own.some(({ proposed }) => proposed.length > 0) && (
                    <Button onClick={() => void act(() => fill(programmeId))}>
                      {title}：{text("children-volunteers.plan.fill")}
                    </Button>
                  )}
                  <DutyList duties={own} act={act} ask={ask} />
                </section>
              );
            })}
          </Card>
        );
      }}
    </Await>
  );
}

/** For who plans: what lacks adults, and below it what one could take oneself. */
export default function DutiesPage() {
  return (
    <div class="lx-stack">
      <PageHead title={text("children-volunteers.page.duties")} note={text("children-volunteers.page.note")} />
      <Missing />
      <MineCard />
    </div>
  );
}
