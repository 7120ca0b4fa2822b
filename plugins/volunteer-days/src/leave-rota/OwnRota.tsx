import { Card, dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Mine } from "../show-mine/MinePage.js";

interface OwnRotaProps {
  readonly rota: NonNullable<Mine["rota"]>;
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly onDone: () => Promise<unknown>;
}
type Act = "leave" | "pause" | "back";

/** Whoever is on the rota pauses or leaves it themselves, is told what happens to the days they have, and comes back as easily. */
export function OwnRota({ rota: { isOn, pausedUntil, placed, series }, params, onDone }: OwnRotaProps) {
  const say = (body: { act: Act; until?: string; alsoCancels?: boolean }) => api("POST /public/sign-ups/:signUpId/:key/rota", { params, body });
  const back = async () => {
    await say({ act: "back" });
    await onDone();
    toast(text("volunteer-days.ownRota.isBack"));
  };
  const form = useForm({
    start: { act: "pause" as "pause" | "leave", until: "", alsoCancels: false },
    check: ({ act, until }) => ({ until: act === "pause" ? needed(until, text("volunteer-days.ownRota.until")) : undefined }),
    send: ({ act, until, alsoCancels }) => say({ act, alsoCancels, ...(act === "pause" && { until }) }),
    onDone: async ({ cancelled }) => {
      form.startOver();
      await onDone();
      // Coming back to the rota brings no day back that was given away, so that is no undo.
      if (cancelled > 0) toast(text("volunteer-days.ownRota.doneCancelled", { count: cancelled }));
      else toast(text("volunteer-days.ownRota.done"), { undo: back });
    },
  });
  if (!isOn || pausedUntil !== null)
    return (
      <Card title={text("volunteer-days.ownRota.title")}>
        <div class="lx-stack">
          <p>{pausedUntil === null ? text("volunteer-days.ownRota.isOff") : text("volunteer-days.ownRota.isPaused", { day: dayText(pausedUntil) })}</p>
          {placed > 0 && <p class="lx-hint">{text("volunteer-days.ownRota.placed", { count: placed })}</p>}
          <ActButton onAct={back}>{text("volunteer-days.ownRota.back")}</ActButton>
        </div>
      </Card>
    );
  return (
    <details class="mine-more">
      <summary>{text("volunteer-days.ownRota.open")}</summary>
      <Form form={form} submit={text(`volunteer-days.ownRota.${form.values.value.act}.submit`)}>
        <p class="lx-hint">{text("volunteer-days.ownRota.free")}</p>
        {series.length > 1 && <p class="lx-hint">{text("volunteer-days.ownRota.series", { list: series.join("、") })}</p>}
        <ChoiceField
          name="act"
          label={text("volunteer-days.ownRota.what")}
          choices={(["pause", "leave"] as const).map((value) => ({ value, label: text(`volunteer-days.ownRota.${value}`) }))}
        />
        {form.values.value.act === "pause" && <DayField name="until" label={text("volunteer-days.ownRota.until")} />}
        {placed > 0 && (
          <TickField name="alsoCancels" label={text("volunteer-days.ownRota.also")} hint={text("volunteer-days.ownRota.placed", { count: placed })} />
        )}
      </Form>
    </details>
  );
}
