import { Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { toast } from "@lianxin/web-kit/feedback";
import { t } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Sheet } from "../hold-day/DayPage.js";
import { countCheck, countOf } from "../plan-days/series-values.js";

type Place = Sheet["teams"][number]["places"][number];
interface Props {
  readonly dayId: string;
  readonly onDone: () => Promise<unknown>;
}

function PostForm({ dayId, place: { id: postId, kind, title, taken, most, waiting }, onDone }: Props & { readonly place: Place }) {
  const params = { dayId, postId };
  const form = useForm({
    start: { most: String(most) },
    check: (values) => ({ most: countCheck(values.most) }),
    send: (values) => api("PUT /days/:dayId/posts/:postId", { params, body: { most: countOf(values.most) } }),
    onDone: async ({ promoted, before }) => {
      const undo = async () => {
        await api("PUT /days/:dayId/posts/:postId", { params, body: before });
        form.set("most", String(before.most));
        await onDone();
      };
      await onDone();
      // Whoever was told that they have a place keeps it.
      if (promoted > 0) toast(text("volunteer-days.capacity.promoted", { count: promoted }));
      else toast(text("volunteer-days.capacity.changed"), { undo });
    },
  });
  const name = kind === "skilled" ? title : t(`volunteer-days.kind.${kind}`);
  const stands = waiting > 0 ? text("volunteer-days.capacity.waiting", { taken, waiting }) : text("volunteer-days.capacity.taken", { taken });
  return (
    <Form form={form} submit={text("volunteer-days.capacity.submit", { name })}>
      <TextField name="most" label={text("volunteer-days.capacity.most", { name })} hint={stands} keyboard="numeric" width="short" />
    </Form>
  );
}

/** How many each role of a team takes that day: more at once go to those who wait. */
export const CapacityForm = ({ dayId, places, onDone }: Props & { readonly places: readonly Place[] }) => (
  <details class="day-more">
    <summary>{text("volunteer-days.capacity.open")}</summary>
    {places.map((place) => (
      <PostForm key={place.id} dayId={dayId} place={place} onDone={onDone} />
    ))}
  </details>
);
