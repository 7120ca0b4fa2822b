import { useSignal } from "@preact/signals";
import { addressOf, ButtonLink, Notice } from "@lianxin/web-kit";
import { Download } from "@lianxin/web-kit/icons";
import { FileField, Form, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

type Imported = Awaited<ReturnType<typeof send>>;
const send = (homeId: string, file: File) => api("POST /homes/:homeId/children/import", { params: { homeId }, body: file as never });

/** A home's list from a file: how many were written, and each line that was not, with why. */
export function ImportForm({ homeId, onDone }: { readonly homeId: string; readonly onDone: () => Promise<unknown> }) {
  const result = useSignal<Imported | undefined>(undefined);
  const form = useForm({
    start: { file: undefined as File | undefined },
    check: ({ file }) => ({ file: file ? undefined : text("children-activities.import.choose") }),
    send: ({ file }) => send(homeId, file!),
    onDone: async (answer) => {
      result.value = answer;
      await onDone();
    },
  });
  return (
    <>
      <ButtonLink href={addressOf("children-activities", "/homes/:homeId/children-sheet", { homeId })} look="plain" icon={Download} download>
        {text("children-activities.import.empty")}
      </ButtonLink>
      <p>{text("children-activities.import.needed")}</p>
      <p class="lx-hint">{text("children-activities.import.more")}</p>
      <Form form={form} submit={text("children-activities.import.submit")}>
        <FileField name="file" label={text("children-activities.import.choose")} hint={text("children-activities.import.hint")} accept=".xlsx,.csv" />
      </Form>
      {result.value && (
        <Notice kind={result.value.refused.length > 0 ? "warning" : "done"}>
          <p>{text("children-activities.import.added", { count: result.value.added })}</p>
          <ul>
            {result.value.refused.map(({ line, problem, remedy }) => (
              <li key={line}>{text("children-activities.import.refused", { line, problem, remedy })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
