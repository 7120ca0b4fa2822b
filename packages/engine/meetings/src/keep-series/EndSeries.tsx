import { useSignal } from "@preact/signals";
import { Button, dayText, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownSeries } from "./series-words.js";

interface EndProps {
  readonly series: ShownSeries;
  readonly reload: () => Promise<void>;
}
const end = (seriesId: string, untilOn: string | null) => api("POST /series/:seriesId/end", { params: { seriesId }, body: { untilOn } });

function EndForm({ series, reload }: EndProps) {
  const form = useForm({
    start: { untilOn: "" },
    check: ({ untilOn }) => ({ untilOn: neededChoice(untilOn, text("meetings.series.until")) }),
    send: ({ untilOn }) => end(series.id, untilOn).then(() => untilOn),
    async onDone(untilOn) {
      await reload();
      toast(text("meetings.series.ended", { day: dayText(untilOn) }), { undo: () => end(series.id, series.untilOn).then(reload) });
    },
  });
  return (
    <details>
      <summary>{text("meetings.series.end")}</summary>
      <Form form={form} submit={text("meetings.series.endSubmit")} look="soft">
        <DayField name="untilOn" label={text("meetings.series.until")} hint={text("meetings.series.endHint")} min={series.fromOn} />
      </Form>
    </details>
  );
}

/** The last day of a series: set, seen, and taken back. */
export function EndSeries({ series, reload }: EndProps) {
  const failed = useSignal<unknown>(undefined);
  const goOn = () => end(series.id, null).then(reload, (error: unknown) => void (failed.value = error));
  if (series.untilOn === null) return <EndForm series={series} reload={reload} />;
  return (
    <div class="lx-actions">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <span>{text("meetings.series.ended", { day: dayText(series.untilOn, { year: true }) })}</span>
      <Button onClick={() => void goOn()}>{text("meetings.series.goOn")}</Button>
    </div>
  );
}
