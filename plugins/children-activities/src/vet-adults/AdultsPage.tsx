import { useSignal } from "@preact/signals";
import { Await, Card, EmptyState, ErrorNotice, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { NoHome } from "../keep-homes/NoHome.js";
import { readHomesToPlan } from "../keep-homes/read-homes.js";
import { AddAdult } from "./AddAdult.js";
import { AdultRow } from "./AdultRow.js";
import "./Adults.css";

const read = () => api("GET /adults");
export type Adult = Awaited<ReturnType<typeof read>>["adults"][number];
/** Who may be with children: how the check of each stands, who knows first aid, who is whose relative. */
export default function AdultsPage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const homes = useLoaded(readHomesToPlan, []);
  const refusal = useSignal<unknown>(undefined);
  const reload = async () => void (await loaded.reload());
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  return (
    <div class="lx-stack">
      <PageHead title={text("children-activities.page.adults")} note={text("children-activities.adults.note")} />
      {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
      <Await of={loaded}>
        {({ adults }) => (
          <Card title={text("children-activities.adults.list", { count: adults.length })}>
            {adults.length === 0 && <EmptyState why={text("children-activities.adults.none")} />}
            <ul class="adult-list">
              {adults.map((adult) => (
                <AdultRow
                  key={`${adult.id} ${adult.checks.map(({ id }) => id).join()} ${adult.familyGroup ?? ""} ${adult.isWoman} ${adult.kind}`}
                  adult={adult}
                  act={act}
                  onDone={reload}
                />
              ))}
            </ul>
          </Card>
        )}
      </Await>
      <Await of={homes}>
        {(rows) =>
          rows.length === 0 && !mayAnywhere("children-activities.plan") ? null : (
            <Card title={text("children-activities.adults.add")}>{rows.length === 0 ? <NoHome /> : <AddAdult homes={rows} onDone={reload} />}</Card>
          )
        }
      </Await>
    </div>
  );
}
