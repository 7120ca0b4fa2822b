import { useSignal } from "@preact/signals";
import { Await, Card, EmptyState, ErrorNotice, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, SelectField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { NoHome } from "../keep-homes/NoHome.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";
import { AdultRow } from "./AdultRow.js";
import "./Adults.css";

const read = () => api("GET /adults");
export type Adult = Awaited<ReturnType<typeof read>>["adults"][number];
interface Props {
  readonly onDone: () => Promise<void>;
}

const readHomes = () => api("GET /homes");

function AddForm({ homes, onDone }: Props & { readonly homes: Awaited<ReturnType<typeof readHomes>>["homes"] }) {
  const form = useForm({
    start: { personId: "", path: homes[0]?.placePath ?? "", kind: "volunteer", isWoman: false, firstAidUntil: "", trainedOn: "" },
    check: ({ personId }) => ({ personId: needed(personId, text("children-activities.adults.person")) }),
    send: ({ personId, path, kind, isWoman, firstAidUntil, trainedOn }) =>
      api("POST /places/:path/adults", {
        params: { path },
        body: { personId, kind: kind as "volunteer", isWoman, ...(firstAidUntil && { firstAidUntil }), ...(trainedOn && { trainedOn }) },
      }),
    onDone,
  });
  return (
    <Form form={form} submit={text("children-activities.adults.add")}>
      <ChoosePerson name="personId" label={text("children-activities.adults.person")} />
      <SelectField
        name="path"
        label={text("children-activities.week.home")}
        choices={homes.map(({ placePath, name }) => ({ value: placePath, label: name }))}
      />
      <SelectField
        name="kind"
        label={text("children-activities.adults.kind")}
        choices={["director", "teacher", "student", "volunteer"].map((value) => ({ value, label: told("adult", value) }))}
      />
      <TickField name="isWoman" label={text("children-activities.adults.woman")} />
      <DayField name="firstAidUntil" label={text("children-activities.adults.firstAid")} isOptional />
      <DayField name="trainedOn" label={text("children-activities.adults.trainedOn")} hint={text("children-activities.adults.trainedOn.hint")} isOptional />
    </Form>
  );
}

/** Who may be with children: how the check of each stands, who knows first aid, who is whose relative. */
export default function AdultsPage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const homes = useLoaded(readHomes, []);
  const refusal = useSignal<unknown>(undefined);
  const reload = async () => void (await loaded.reload());
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const mayPlan = mayAnywhere("children-activities.plan");
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
                  key={`${adult.id} ${adult.checks.map(({ id }) => id).join()} ${adult.familyGroup ?? ""}`}
                  adult={adult}
                  mayPlan={mayPlan}
                  act={act}
                  onDone={reload}
                />
              ))}
            </ul>
          </Card>
        )}
      </Await>
      {mayPlan && (
        <Card title={text("children-activities.adults.add")}>
          <Await of={homes}>{({ homes: rows }) => (rows.length === 0 ? <NoHome /> : <AddForm homes={rows} onDone={reload} />)}</Await>
        </Card>
      )}
    </div>
  );
}
