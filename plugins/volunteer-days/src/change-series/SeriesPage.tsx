import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Await, Card, PageHead, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, TextField, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { InsuranceFields, insuranceOf, valuesOf } from "../plan-days/InsuranceFields.js";
import { AddSiteForm } from "./AddSiteForm.js";
import { ConcernedDialog, isFelt, type Concerned } from "./ConcernedDialog.js";
import { sayTold, ToCall } from "../tell-volunteers/ToCall.js";
import { Sites } from "./Sites.js";

async function read(seriesId: string) {
  const [{ series }, { places }] = await Promise.all([api("GET /series"), api("GET /places")]);
  const found = series.find(({ id }) => id === seriesId);
  return { found, places };
}
export type Series = NonNullable<Awaited<ReturnType<typeof read>>["found"]>;
export interface SeriesProps {
  readonly series: Series;
  readonly onDone: () => Promise<unknown>;
}

function ChangeForm({ series, onDone }: SeriesProps) {
  const { title, startTime, endTime, meetingPoint } = series;
  const optional = { untilOn: series.untilOn ?? "", tools: series.tools ?? "", hazards: series.hazards ?? "", ...valuesOf(series) };
  const [concerned, ask] = useState<Concerned | undefined>(undefined);
  const start = { title, startTime, endTime, meetingPoint, ...optional };
  const put = ({ untilOn, tools, hazards, ...said }: typeof start, care: { readonly isTry?: boolean; readonly clashing?: number }) => {
    const body = { ...said, untilOn: untilOn || null, tools: tools || null, hazards: hazards || null, ...insuranceOf(said), ...care };
    return api("PUT /series/:seriesId", { params: { seriesId: series.id }, body });
  };
  const send = async (values: typeof start, clashing: number) => {
    sayTold(series.id, text("volunteer-days.series.changed"), await put(values, { clashing }));
    await onDone();
  };
  const form = useForm({
    start,
    check: (values) => ({
      title: needed(values.title, text("volunteer-days.new.title")),
      startTime: needed(values.startTime, text("volunteer-days.new.start")),
      endTime: needed(values.endTime, text("volunteer-days.new.end")),
      meetingPoint: needed(values.meetingPoint, text("volunteer-days.new.meet")),
    }),
    send: async (values) => {
      const found = await put(values, { isTry: true });
      if (isFelt(found)) ask(found);
      else await send(values, 0);
    },
  });
  return (
    <Card title={text("volunteer-days.series.what")}>
      <Form form={form} submit={text("volunteer-days.series.submit")}>
        <TextField name="title" label={text("volunteer-days.new.title")} maxLength={100} />
        <TimeField name="startTime" label={text("volunteer-days.new.start")} />
        <TimeField name="endTime" label={text("volunteer-days.new.end")} />
        <DayField name="untilOn" label={text("volunteer-days.new.until")} hint={text("volunteer-days.new.until.hint")} isOptional />
        <TextField name="meetingPoint" label={text("volunteer-days.new.meet")} maxLength={100} />
        <TextField name="tools" label={text("volunteer-days.new.tools")} isOptional maxLength={500} />
        <TextField name="hazards" label={text("volunteer-days.new.hazards")} isOptional maxLength={500} />
        <InsuranceFields />
        {concerned && (
          <ConcernedDialog concerned={concerned} onClose={() => ask(undefined)} onConfirm={() => send(form.values.value, concerned.clashes.length)} />
        )}
      </Form>
    </Card>
  );
}

/** A series as it comes again: what it says, and where its teams go. Dates ahead follow; those changed by hand keep their own times. */
export default function SeriesPage() {
  const { seriesId } = useRoute().params as { seriesId: string };
  const loaded = useLoaded(() => read(seriesId), [seriesId], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.series")} note={text("volunteer-days.series.note")} />
      <Await of={loaded} lines={8}>
        {({ found, places }) =>
          found && (
            <>
              <ToCall dayId={found.id} />
              <ChangeForm series={found} onDone={loaded.reload} />
              <Card title={text("volunteer-days.new.sites")}>
                <Sites series={found} onDone={loaded.reload} />
                <AddSiteForm seriesId={found.id} places={places.filter(({ name }) => !found.sites.some((site) => site.name === name))} onDone={loaded.reload} />
              </Card>
            </>
          )
        }
      </Await>
    </div>
  );
}
