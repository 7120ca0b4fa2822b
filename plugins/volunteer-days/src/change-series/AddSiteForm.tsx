import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { countCheck, countOf, teamOf } from "../plan-days/series-values.js";
import "./Series.css";

interface AddSiteFormProps {
  readonly seriesId: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => Promise<unknown>;
}

/** One more compound, from today's dates on. */
export function AddSiteForm({ seriesId, places, onDone }: AddSiteFormProps) {
  const form = useForm({
    start: { placeId: places[0]?.id ?? "", work: "", least: "4", most: "5", hasLeader: true, skill: "", isAdultsOnly: false },
    check: ({ work, least, most }) => ({
      work: needed(work, text("volunteer-days.new.work")),
      least: countCheck(least),
      most: countCheck(most) ?? (countOf(most) < countOf(least) ? text("volunteer-days.new.turned") : undefined),
    }),
    send: ({ placeId, work, ...team }, idempotencyKey) =>
      api("POST /series/:seriesId/sites", { params: { seriesId }, body: { placeId, work, posts: teamOf(team) }, idempotencyKey }),
    onDone: async () => {
      form.startOver();
      toast(text("volunteer-days.series.added"));
      await onDone();
    },
  });
  if (places.length === 0) return null;
  return (
    <details class="series-more">
      <summary>{text("volunteer-days.series.add")}</summary>
      <Form form={form} submit={text("volunteer-days.series.add")}>
        <SelectField name="placeId" label={text("volunteer-days.join.site")} choices={places.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="work" label={text("volunteer-days.new.work")} maxLength={100} />
        <TextField name="least" label={text("volunteer-days.new.least")} keyboard="numeric" width="short" />
        <TextField name="most" label={text("volunteer-days.new.most")} keyboard="numeric" width="short" />
        <TickField name="hasLeader" label={text("volunteer-days.new.leader")} hint={text("volunteer-days.new.leader.hint")} />
        <TextField name="skill" label={text("volunteer-days.new.skill")} hint={text("volunteer-days.new.skill.hint")} isOptional maxLength={20} />
        <TickField name="isAdultsOnly" label={text("volunteer-days.new.adults")} hint={text("volunteer-days.new.adults.hint")} />
      </Form>
    </details>
  );
}
