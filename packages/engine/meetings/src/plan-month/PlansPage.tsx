import { useLocation } from "preact-iso";
import { Await, Card, dayText, EmptyState, PageHead, useLoaded, whenText } from "@lianxin/web-kit";
import { ChoiceField, DayField, Form, neededChoice, SelectField, useForm } from "@lianxin/web-kit/forms";
import { DataTable } from "@lianxin/web-kit/table";
import { api, choicesOf, readPlaces, text, type Places } from "../api.js";
import { moveDay, today } from "../convene-meeting/week-of.js";

const readPlans = () => Promise.all([api("GET /plans"), readPlaces()]);
type Loaded = Awaited<ReturnType<typeof readPlans>>;
type Line = Loaded[0]["plans"][number];

const columnsOf = () => [
  {
    id: "what",
    head: text("meetings.plans.what"),
    cell: ({ id, fromOn, untilOn }: Line) => (
      <a href={`/meetings/plans/${id}`}>{text("meetings.plans.span", { from: dayText(fromOn), until: dayText(untilOn) })}</a>
    ),
    onPhone: "title" as const,
  },
  { id: "kind", head: text("meetings.plans.kind"), cell: ({ kind }: Line) => text(`meetings.plans.kind.${kind as "month" | "repair"}`) },
  { id: "state", head: text("meetings.plans.state"), cell: ({ state }: Line) => text(`meetings.plans.state.${state as "ready"}`) },
  { id: "made", head: text("meetings.plans.made"), cell: ({ createdAt }: Line) => whenText(createdAt) },
];

function BeginForm({ places }: { readonly places: Places }) {
  const { route } = useLocation();
  const form = useForm({
    start: { placeId: places[0]?.id ?? "", kind: "month", fromOn: moveDay(today(), 4), untilOn: moveDay(today(), 34), seconds: "5" },
    check: ({ placeId }) => ({ placeId: neededChoice(placeId, text("meetings.plans.place")) }),
    send: (values, idempotencyKey) =>
      api("POST /plans", { body: { ...values, kind: values.kind as "month" | "repair", seconds: Number(values.seconds) }, idempotencyKey }),
    onDone: ({ id }) => route(`/meetings/plans/${id}`),
  });
  const kinds = (["month", "repair"] as const).map((kind) => ({
    value: kind,
    label: text(`meetings.plans.kind.${kind}`),
    hint: text(`meetings.plans.kind.${kind}.hint`),
  }));
  const seconds = (["5", "20", "60"] as const).map((value) => ({ value, label: text(`meetings.plans.seconds.${value}`) }));
  return (
    <Form form={form} submit={text("meetings.plans.begin")}>
      <ChoiceField name="kind" label={text("meetings.plans.kind")} choices={kinds} />
      <SelectField name="placeId" label={text("meetings.plans.place")} choices={choicesOf(places)} />
      <DayField name="fromOn" label={text("meetings.plans.from")} min={today()} />
      <DayField name="untilOn" label={text("meetings.plans.until")} min={today()} />
      <SelectField name="seconds" label={text("meetings.plans.seconds")} choices={seconds} />
    </Form>
  );
}

/** Many meetings: begin a plan, or open an earlier one. */
export default function PlansPage() {
  const loaded = useLoaded(readPlans, []);
  return (
    <div class="lx-stack">
      <PageHead title={text("meetings.plans.heading")} note={text("meetings.plans.note")} />
      <Await of={loaded}>
        {([{ plans }, places]) => (
          <div class="lx-two">
            <Card title={text("meetings.plans.begin")}>
              <BeginForm places={places} />
            </Card>
            <Card title={text("meetings.plans.earlier")} isFlush>
              <DataTable
                label={text("meetings.plans.earlier")}
                rows={plans}
                keyOf={(row) => row.id}
                columns={columnsOf()}
                empty={<EmptyState why={text("meetings.plans.earlier.empty")} />}
              />
            </Card>
          </div>
        )}
      </Await>
    </div>
  );
}
