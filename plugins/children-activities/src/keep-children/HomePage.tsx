import { useRoute } from "preact-iso";
import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, ErrorNotice, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import { ImportForm } from "../import-children/ImportForm.js";
import { RegisterForm } from "./RegisterForm.js";

const read = (homeId: string) => api("GET /homes/:homeId/children", { params: { homeId } });
type Child = Awaited<ReturnType<typeof read>>["children"][number];

function ChildRow({ child, act }: { readonly child: Child; readonly act: (work: () => Promise<unknown>) => void }) {
  const [guardian] = child.guardians;
  const answer = (purpose: "data" | "participation" | "photo" | "health", isYes: boolean) =>
    act(() => api("POST /children/:childId/consents", { params: { childId: child.id }, body: { guardianId: guardian!.guardianId, purpose, isYes } }));
  return (
    <li>
      <details>
        <summary>
          <strong>{child.name}</strong>{" "}
          <span class="lx-hint">
            {told("band", child.ageBand)} · {guardian?.relation} {guardian?.name}
          </span>
        </summary>
        <p class="lx-num">
          {child.bornIn} {child.grade} {child.gridName} {guardian?.phone}
        </p>
        {child.health && <p>{text("children-activities.home.health", { note: child.health })}</p>}
        {child.aloneRoute && <p>{text("children-activities.home.alone", { route: child.aloneRoute })}</p>}
        <p>{text("children-activities.home.collectors", { names: child.collectors.map(({ relation, name }) => `${relation} ${name}`).join("、") || "–" })}</p>
        <div class="lx-actions">
          {child.consents.map(({ purpose, isGiven }) => (
            <Button key={purpose} look="soft" aria-pressed={isGiven} onClick={() => answer(purpose as "data", !isGiven)}>
              {told("consent", purpose)} {text(isGiven ? "children-activities.home.yes" : "children-activities.home.no")}
            </Button>
          ))}
        </div>
      </details>
    </li>
  );
}

/** The children of a home, for its director: what is kept of each, what was agreed to, and enrolment of all for a programme. */
export default function HomePage() {
  const { homeId } = useRoute().params as { homeId: string };
  const loaded = useLoaded(() => read(homeId), [homeId], { keepsOld: true });
  const mine = useLoaded(() => api("GET /mine"), []);
  const refusal = useSignal<unknown>(undefined);
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const programmes = [...new Map((mine.value?.sessions ?? []).filter(({ state }) => state === "published").map((one) => [one.programmeId, one])).values()];
  const enrol = (programmeId: string, childIds: readonly string[]) =>
    act(async () => {
      await api("POST /programmes/:programmeId/enrolments", { params: { programmeId }, body: { childIds: [...childIds] } });
      toast(text("children-activities.home.enrolled", { count: childIds.length }));
    });
  return (
    <Await of={loaded}>
      {({ children }) => (
        <div class="lx-stack">
          <PageHead
            title={text("children-activities.home.title", { count: children.length })}
            note={text("children-activities.board.logged", { count: children.length })}
          />
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          <div class="lx-actions">
            {children.length > 0 &&
              programmes.map(({ programmeId, title }) => (
                <Button
                  key={programmeId}
                  onClick={() =>
                    void enrol(
                      programmeId,
                      children.filter(({ consents }) => consents.find(({ purpose }) => purpose === "participation")?.isGiven).map(({ id }) => id),
                    )
                  }
                >
                  {text("children-activities.home.enrol", { title })}
                </Button>
              ))}
          </div>
          <Card title={text("children-activities.home.list")}>
            {children.length === 0 && <EmptyState why={text("children-activities.home.none")} />}
            <ul class="lx-stack">
              {children.map((child) => (
                <ChildRow key={child.id} child={child} act={(work) => void act(work)} />
              ))}
            </ul>
          </Card>
          <Card title={text("children-activities.register.title")}>
            <RegisterForm homeId={homeId} onDone={loaded.reload} />
          </Card>
          <Card title={text("children-activities.import.title")}>
            <ImportForm homeId={homeId} onDone={loaded.reload} />
          </Card>
        </div>
      )}
    </Await>
  );
}
