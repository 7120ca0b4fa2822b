import { t } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Sheet } from "../hold-day/DayPage.js";
import { sayTold, type Told } from "../tell-volunteers/ToCall.js";
import { countCheck, countOf } from "../plan-days/series-values.js";

type Place = Sheet["teams"][number]["places"][number];
interface CapacityFormProps {
  readonly dayId: string;
  readonly places: readonly Place[];
  readonly onDone: () => Promise<unknown>;
}

const nameOf = ({ kind, title }: Place): string => (kind === "skilled" ? title : t(`volunteer-days.kind.${kind}`));
const standing = ({ taken, waiting }: Place): string =>
  waiting > 0 ? text("volunteer-days.capacity.waiting", { taken, waiting }) : text("volunteer-days.capacity.taken", { taken });

/** How many each role of a team takes that day: more at once go to those who wait. */
export function CapacityForm({ dayId, places: all, onDone }: CapacityFormProps) {
  // A role that the team has no more is given back at the site.
  const places = all.filter(({ most }) => most > 0);
  const put = (postId: string, body: { most: number; least?: number }) => api("PUT /days/:dayId/posts/:postId", { params: { dayId, postId }, body });
  const form = useForm<Record<string, string>, Told & { promoted: number; undo: () => Promise<void> }>({
    start: Object.fromEntries(places.map(({ id, most }) => [id, String(most)])),
    check: (values) => Object.fromEntries(places.map(({ id }) => [id, countCheck(values[id]!)])),
    send: async (values) => {
      const changed = places.filter(({ id, most }) => countOf(values[id]!) !== most);
      const done: ({ readonly id: string } & Awaited<ReturnType<typeof put>>)[] = [];
      for (const { id } of changed) done.push({ id, ...(await put(id, { most: countOf(values[id]!) })) });
      const undo = async () => {
        for (const { id, before } of done) {
          await put(id, before);
          form.set(id, String(before.most));
        }
        await onDone();
      };
      const sum = (of: "promoted" | "told") => done.reduce((total, one) => total + one[of], 0);
      return { promoted: sum("promoted"), told: sum("told"), toCall: done.flatMap(({ toCall }) => toCall), undo };
    },
    onDone: async ({ promoted, undo, ...told }) => {
      await onDone();
      // Whoever was told that they have a place keeps it.
      if (promoted > 0) sayTold(dayId, text("volunteer-days.capacity.promoted", { count: promoted }), told);
      else toast(text("volunteer-days.capacity.changed"), { undo });
    },
  });
  return (
    <details class="day-more">
      <summary>{text("volunteer-days.capacity.open")}</summary>
      <Form form={form} submit={text("volunteer-days.capacity.submit")}>
        {places.map((place) => (
          <TextField
            key={place.id}
            name={place.id}
            label={text("volunteer-days.capacity.most", { name: nameOf(place) })}
            hint={standing(place)}
            keyboard="numeric"
            width="short"
          />
        ))}
      </Form>
    </details>
  );
}
