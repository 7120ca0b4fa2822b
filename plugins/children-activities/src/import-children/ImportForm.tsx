import { useSignal } from "@preact/signals";
import { addressOf, ApiError, Button, ButtonLink, ErrorNotice, Notice, useLoaded } from "@lianxin/web-kit";
import { Download } from "@lianxin/web-kit/icons";
import { FileField, Form, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { bringList, isSame, saveRefused, type Begun, type Brought } from "./bring-list.js";
import { PastImports, readImports } from "./PastImports.js";

interface Props {
  readonly homeId: string;
  readonly onDone: () => Promise<unknown>;
}

/** How many were written, and each line that was not, with why; the lines to be mended as a sheet. */
function Result({ homeId, brought }: Pick<Props, "homeId"> & { readonly brought: Brought }) {
  const problem = useSignal<unknown>(undefined);
  const { added, refused } = brought;
  return (
    <Notice kind={refused.length > 0 ? "warning" : "done"}>
      <p>{text("children-activities.import.added", { count: added })}</p>
      {refused.length > 0 && (
        <>
          <p>{text("children-activities.import.left", { count: refused.length })}</p>
          <ul>
            {refused.map(({ line, problem: why, remedy }) => (
              <li key={line}>{text("children-activities.import.refused", { line, problem: why, remedy })}</li>
            ))}
          </ul>
          <Button icon={Download} onClick={() => void saveRefused(homeId, brought).catch((error: unknown) => (problem.value = error))}>
            {text("children-activities.import.mend")}
          </Button>
        </>
      )}
      {problem.value !== undefined && <ErrorNotice error={problem.value} />}
    </Notice>
  );
}

/** A home's list from a file, brought in slice by slice, and taken back as one within a day. */
export function ImportForm({ homeId, onDone }: Props) {
  const result = useSignal<Brought | undefined>(undefined);
  const begun = useSignal<Begun | undefined>(undefined);
  const isStopped = useSignal(false);
  const imports = useLoaded(() => readImports(homeId), [homeId], { keepsOld: true });
  const refresh = () => Promise.all([imports.reload(), onDone()]);
  const form = useForm({
    start: { file: undefined as File | undefined },
    check: ({ file }) => ({ file: file ? undefined : text("children-activities.import.choose") }),
    send: ({ file }) => {
      [result.value, isStopped.value] = [undefined, false];
      return bringList(homeId, file!, begun.value, (step) => (begun.value = step)).catch(async (error: unknown) => {
        // What was refused would be refused again: only a broken network goes on where it stopped.
        if (error instanceof ApiError && error.status >= 400 && error.status < 500) begun.value = undefined;
        isStopped.value = begun.value !== undefined && isSame(begun.value.file, file!);
        // What was written until then, and the way to take it back, are seen.
        await refresh();
        throw error;
      });
    },
    onDone: async (brought) => {
      begun.value = undefined;
      result.value = brought;
      await refresh();
    },
  });
  const step = begun.value && { done: begun.value.next, of: begun.value.lines.length };
  return (
    <>
      <div class="lx-actions">
        <ButtonLink href={addressOf("children-activities", "/homes/:homeId/children-sheet", { homeId })} look="plain" icon={Download} download>
          {text("children-activities.import.empty")}
        </ButtonLink>
      </div>
      <p>{text("children-activities.import.needed")}</p>
      <p class="lx-hint">{text("children-activities.import.more")}</p>
      <Form form={form} submit={text("children-activities.import.submit")}>
        <FileField name="file" label={text("children-activities.import.choose")} hint={text("children-activities.import.hint")} accept=".xlsx,.csv" />
      </Form>
      {step && <p role="status">{text(isStopped.value ? "children-activities.import.stopped" : "children-activities.import.progress", step)}</p>}
      {result.value && <Result homeId={homeId} brought={result.value} />}
      <PastImports
        loaded={imports}
        onDone={async () => {
          [result.value, begun.value] = [undefined, undefined];
          await refresh();
        }}
      />
    </>
  );
}
