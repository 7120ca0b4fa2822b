import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button, ButtonLink, dayText, ErrorNotice } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownDate, ShownSeries } from "./series-words.js";

interface DateProps {
  readonly series: ShownSeries;
  readonly date: ShownDate;
  readonly reload: () => Promise<void>;
}

function whyOf({ why, plannedOn, cancelReason }: ShownDate): string {
  if (why === "rule") return "";
  return text(`meetings.series.why.${why}`, { day: dayText(plannedOn), reason: cancelReason ?? "" });
}

type Change = { movedTo: string } | { cancelReason: string } | { isRestored: true };
const send = ({ series, date }: DateProps, change: Change) =>
  api("POST /series/:seriesId/dates/:plannedOn/changes", { params: { seriesId: series.id, plannedOn: date.plannedOn }, body: change });

function MoveForm(props: DateProps) {
  const form = useForm({
    start: { movedTo: "" },
    check: ({ movedTo }) => ({ movedTo: neededChoice(movedTo, text("meetings.series.moveTo")) }),
    send: ({ movedTo }) => send(props, { movedTo }),
    onDone: () => props.reload(),
  });
  return (
    <Form form={form} submit={text("meetings.series.moveSubmit")}>
      <DayField name="movedTo" label={text("meetings.series.moveTo")} />
    </Form>
  );
}

function CancelForm(props: DateProps) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.series.cancelWhy")) }),
    send: ({ reason }) => send(props, { cancelReason: reason }),
    onDone: () => props.reload(),
  });
  return (
    <Form form={form} submit={text("meetings.series.cancelSubmit")}>
      <TextField name="reason" label={text("meetings.series.cancelWhy")} maxLength={200} />
    </Form>
  );
}

/** One date: held, moved or out, and the verb that goes with it. */
function DateRow(props: DateProps) {
  const { series, date, reload } = props;
  const { route } = useLocation();
  const failed = useSignal<unknown>(undefined);
  const fail = (error: unknown) => void (failed.value = error);
  const prepare = () =>
    api("POST /series/:seriesId/dates/:plannedOn/meetings", { params: { seriesId: series.id, plannedOn: date.plannedOn }, body: {} }).then(
      ({ id }) => route(series.type === "assignment" ? `/meetings/${id}/list` : `/meetings/${id}/prepare`),
      fail,
    );
  const isChanged = date.why === "moved" || date.why === "cancelled";
  return (
    <li class="series-date">
      <span>
        <strong>{date.on ? dayText(date.on, { year: true }) : dayText(date.plannedOn, { year: true })}</strong>{" "}
        <small class="lx-hint">{[whyOf(date), date.isDraft && text("meetings.series.draft")].filter(Boolean).join(" ")}</small>
      </span>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {date.meetingId ? (
        <ButtonLink href={`/meetings/${date.meetingId}`}>{text("meetings.series.open")}</ButtonLink>
      ) : (
        <>
          {date.on && <Button onClick={() => void prepare()}>{text("meetings.series.prepare")}</Button>}
          <details>
            <summary>{text("meetings.series.change")}</summary>
            {isChanged && <Button onClick={() => void send(props, { isRestored: true }).then(reload, fail)}>{text("meetings.series.restore")}</Button>}
            <MoveForm {...props} />
            {date.on && <CancelForm {...props} />}
          </details>
        </>
      )}
    </li>
  );
}

/** The dates of a series, next first. */
export const DateList = ({ series, reload }: Omit<DateProps, "date">) => (
  <ul class="lx-stack" style={{ listStyle: "none", margin: "0", padding: "0" }}>
    {series.dates.map((date) => (
      <DateRow key={`${date.plannedOn} ${date.on ?? ""}`} series={series} date={date} reload={reload} />
    ))}
  </ul>
);
