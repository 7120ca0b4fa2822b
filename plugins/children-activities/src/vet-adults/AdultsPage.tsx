import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, mayAnywhere, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, SelectField, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";

const read = () => api("GET /adults");
type Adult = Awaited<ReturnType<typeof read>>["adults"][number];
interface Props {
  readonly onDone: () => Promise<void>;
}

function CheckForm({ adult, onDone }: Props & { readonly adult: Adult }) {
  const form = useForm({
    start: { checkedOn: "", source: "", verdict: "clear" },
    check: ({ checkedOn, source }) => ({
      checkedOn: needed(checkedOn, text("children-activities.check.on")),
      source: needed(source, text("children-activities.check.source")),
    }),
    send: ({ checkedOn, source, verdict }) =>
      api("POST /adults/:adultId/checks", {
        params: { adultId: adult.id },
        body: { scope: "children", checkedOn, source, verdict: verdict as "clear" | "not_clear" },
      }),
    onDone,
  });
  return (
    <Form form={form} submit={text("children-activities.check.submit")}>
      <DayField name="checkedOn" label={text("children-activities.check.on")} hint={text("children-activities.check.hint")} />
      <TextField name="source" label={text("children-activities.check.source")} maxLength={100} />
      <SelectField
        name="verdict"
        label={text("children-activities.check.verdict")}
        choices={["clear", "not_clear"].map((value) => ({ value, label: told("verdict", value) }))}
      />
    </Form>
  );
}

const readHomes = () => api("GET /homes");

function AddForm({ homes, onDone }: Props & { readonly homes: Awaited<ReturnType<typeof readHomes>>["homes"] }) {
  const form = useForm({
    start: { personId: "", path: homes[0]?.placePath ?? "", kind: "volunteer", isWoman: false, firstAidUntil: "" },
    check: ({ personId }) => ({ personId: needed(personId, text("children-activities.adults.person")) }),
    send: ({ personId, path, kind, isWoman, firstAidUntil }) =>
      api("POST /places/:path/adults", {
        params: { path },
        body: { personId, kind: kind as "volunteer", isWoman, ...(firstAidUntil && { firstAidUntil }) },
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
    </Form>
  );
}

const standing = { vetted: "done", none: "gap", expired: "late", notClear: "late" } as const;

/** Who may be with children: how the check of each stands, who knows first aid, who is whose relative. */
export default function AdultsPage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const homes = useLoaded(readHomes, []);
  const open = useSignal<string | undefined>(undefined);
  const done = async () => {
    open.value = undefined;
    await loaded.reload();
  };
  const mayPlan = mayAnywhere("children-activities.plan");
  return (
    <div class="lx-stack">
      <PageHead title={text("children-activities.page.adults")} note={text("children-activities.adults.note")} />
      <Await of={loaded}>
        {({ adults }) => (
          <Card title={text("children-activities.adults.list", { count: adults.length })}>
            {adults.length === 0 && <EmptyState why={text("children-activities.adults.none")} />}
            <ul class="lx-stack">
              {adults.map((adult) => (
                <li key={adult.id}>
                  <div class="lx-actions">
                    <strong>{adult.name}</strong>
                    <span class="lx-hint">{told("adult", adult.kind)}</span>
                    <Status kind={standing[adult.vetting as "vetted"]} word={told("vetting", adult.vetting, { day: adult.checkedUntil ?? "" })} />
                    {adult.firstAidUntil && <span class="lx-hint">{text("children-activities.adults.aid", { day: adult.firstAidUntil })}</span>}
                    {mayPlan && (
                      <Button
                        look="soft"
                        aria-label={`${text("children-activities.check.submit")} ${adult.name}`}
                        onClick={() => (open.value = open.value === adult.id ? undefined : adult.id)}
                      >
                        {text("children-activities.check.submit")}
                      </Button>
                    )}
                  </div>
                  {open.value === adult.id && <CheckForm adult={adult} onDone={done} />}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Await>
      {mayPlan && (
        <Card title={text("children-activities.adults.add")}>
          <Await of={homes}>{({ homes: rows }) => <AddForm homes={rows} onDone={done} />}</Await>
        </Card>
      )}
    </div>
  );
}
