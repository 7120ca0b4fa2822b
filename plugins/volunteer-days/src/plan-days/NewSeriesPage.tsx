import { useLocation } from "preact-iso";
import { Await, browserPorts, dateOf, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, SelectField, TextField, TickField, TicksField, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { InsuranceFields, noInsurance } from "./InsuranceFields.js";
import { bodyOf, checkSeries, readWeekday, weekdays, type SeriesValues } from "./series-values.js";

const readPlaces = () => api("GET /places");
type Place = Awaited<ReturnType<typeof readPlaces>>["places"][number];

const startOf = (places: readonly Place[]): SeriesValues => ({
  ...{ title: text("volunteer-days.new.title.start"), weekday: "4", startTime: "08:30", endTime: "10:30" },
  ...{ fromOn: dateOf(new Date(browserPorts.now()).toISOString()), untilOn: "", meetingPoint: "", tools: "", hazards: "", work: "", ...noInsurance },
  ...{ sites: places.length === 1 ? [places[0]!.id] : [], least: "4", most: "5", hasLeader: true, skill: "", isAdultsOnly: false },
});

const When = () => (
  <>
    <TextField name="title" label={text("volunteer-days.new.title")} maxLength={100} />
    <SelectField name="weekday" label={text("volunteer-days.new.weekday")} choices={weekdays.map((value) => ({ value, label: readWeekday(value) }))} />
    <TimeField name="startTime" label={text("volunteer-days.new.start")} />
    <TimeField name="endTime" label={text("volunteer-days.new.end")} />
    <DayField name="fromOn" label={text("volunteer-days.new.from")} />
    <DayField name="untilOn" label={text("volunteer-days.new.until")} hint={text("volunteer-days.new.until.hint")} isOptional />
  </>
);

const Where = ({ places }: { readonly places: readonly Place[] }) => (
  <>
    <TextField name="meetingPoint" label={text("volunteer-days.new.meet")} maxLength={100} />
    <TicksField name="sites" label={text("volunteer-days.new.sites")} choices={places.map(({ id, name }) => ({ value: id, label: name }))} />
    <TextField name="work" label={text("volunteer-days.new.work")} hint={text("volunteer-days.new.work.hint")} maxLength={100} />
    <TextField name="tools" label={text("volunteer-days.new.tools")} hint={text("volunteer-days.new.tools.hint")} maxLength={500} isOptional />
    <TextField name="hazards" label={text("volunteer-days.new.hazards")} hint={text("volunteer-days.new.hazards.hint")} maxLength={500} isOptional />
    <InsuranceFields />
  </>
);

const Team = () => (
  <>
    <TextField name="least" label={text("volunteer-days.new.least")} keyboard="numeric" width="short" />
    <TextField name="most" label={text("volunteer-days.new.most")} hint={text("volunteer-days.new.most.hint")} keyboard="numeric" width="short" />
    <TickField name="hasLeader" label={text("volunteer-days.new.leader")} hint={text("volunteer-days.new.leader.hint")} />
    <TextField name="skill" label={text("volunteer-days.new.skill")} hint={text("volunteer-days.new.skill.hint")} isOptional maxLength={20} />
    <TickField name="isAdultsOnly" label={text("volunteer-days.new.adults")} hint={text("volunteer-days.new.adults.hint")} />
  </>
);

function NewSeriesForm({ places }: { readonly places: readonly Place[] }) {
  const { route } = useLocation();
  const form = useForm({
    start: startOf(places),
    check: checkSeries,
    send: (values, idempotencyKey) => api("POST /series", { body: bodyOf(values), idempotencyKey }),
    onDone: ({ missingYears }) => {
      toast(missingYears.length > 0 ? text("volunteer-days.new.missing", { years: missingYears.join("、") }) : text("volunteer-days.new.done"));
      route("/volunteer-days");
    },
  });
  return (
    <Form form={form} submit={text("volunteer-days.new.submit")}>
      <When />
      <Where places={places} />
      <Team />
    </Form>
  );
}

/** Plans what comes again every week: when, where to meet, at which compounds, how many people at each. */
export default function NewSeriesPage() {
  const loaded = useLoaded(readPlaces, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.new")} note={text("volunteer-days.new.note")} />
      <Await of={loaded} lines={8}>
        {({ places }) => <NewSeriesForm places={places} />}
      </Await>
    </div>
  );
}
