import { useState } from "preact/hooks";
import { Notice } from "@lianxin/web-kit";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

const search = (seriesId: string, who: string) => api("POST /series/:seriesId/volunteers/search", { params: { seriesId }, body: { who } });
type Found = Awaited<ReturnType<typeof search>>["found"];

/** Who is on no list, as most who signed up are: found by their whole name or number, to see what is kept of them, or to erase it. */
export function FindPerson({ seriesId }: { readonly seriesId: string }) {
  const [found, setFound] = useState<Found | undefined>(undefined);
  const form = useForm({
    start: { who: "" },
    check: ({ who }) => ({ who: needed(who, text("volunteer-days.find.who")) }),
    send: ({ who }) => search(seriesId, who),
    onDone: (answer) => setFound(answer.found),
  });
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.find.open")}</summary>
      <div class="lx-stack">
        <Form form={form} submit={text("volunteer-days.find.verb")} look="soft">
          <TextField name="who" label={text("volunteer-days.find.who")} hint={text("volunteer-days.find.hint")} maxLength={100} autocomplete="off" />
        </Form>
        {found?.length === 0 && <Notice>{text("volunteer-days.find.none")}</Notice>}
        {found && found.length > 0 && (
          <ul>
            {found.map(({ id, name, phone }) => (
              <li key={id}>
                <a href={`/volunteer-days/people/${id}`}>{text("volunteer-days.record.open", { name })}</a> <span class="lx-hint lx-num">{phone}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
