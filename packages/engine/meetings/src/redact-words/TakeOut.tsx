import { useSignal } from "@preact/signals";
import { Await, browserPorts, Button, Card, Notice, useLoaded, whenText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

interface Standing {
  readonly found: readonly { readonly kind: string; readonly records: number }[];
  readonly elsewhere: readonly { readonly id: string; readonly title: string; readonly startsAt: string | null }[];
}
interface Said {
  readonly words: string;
  readonly reason: string;
}
type Looked = Standing & Said;

/** Records that words can be taken out of: those of a meeting, those of a matter. */
export interface KeptRecords {
  search(words: string): Promise<Standing>;
  take(said: Said, idempotencyKey: string): Promise<unknown>;
  load(): Promise<readonly { readonly id: string; readonly at: string; readonly by: string | null; readonly reason: string; readonly records: number }[]>;
}

const sumOf = ({ found }: Looked): number => found.reduce((all, { records }) => all + records, 0);

/** Meetings on the same matters whose own records have the words: each is dealt with on its own page. */
const Elsewhere = ({ meetings }: { readonly meetings: Looked["elsewhere"] }) => (
  <Notice kind="warning">
    <p>{text("meetings.redact.elsewhere")}</p>
    <ul>
      {meetings.map(({ id, title, startsAt }) => (
        <li key={id}>
          <a href={`/meetings/${id}/redaction`}>{title}</a> {startsAt && whenText(startsAt)}
        </li>
      ))}
    </ul>
  </Notice>
);

/** Where the words stand, and the step that takes them out. */
function FoundWords({ looked, kept, onTaken }: { readonly looked: Looked; readonly kept: KeptRecords; readonly onTaken: () => Promise<void> }) {
  const isAsking = useSignal(false);
  if (looked.found.length === 0) return <Notice kind="warning">{text("meetings.redact.none")}</Notice>;
  const take = async () => {
    const { words, reason } = looked;
    await kept.take({ words, reason }, browserPorts.newKey());
    toast(text("meetings.redact.done", { count: sumOf(looked) }));
    await onTaken();
  };
  return (
    <Card title={text("meetings.redact.found", { count: sumOf(looked) })}>
      <ul>
        {looked.found.map(({ kind, records }) => (
          <li key={kind}>{text("meetings.redact.foundLine", { kind: text(`meetings.redact.kind.${kind as "notices"}`), count: records })}</li>
        ))}
      </ul>
      <div class="lx-actions">
        <Button look="danger" onClick={() => (isAsking.value = true)}>
          {text("meetings.redact.do")}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={text("meetings.redact.heading")}
        verb={text("meetings.redact.do")}
        isDanger
        onConfirm={take}
      >
        <p>{text("meetings.redact.sure")}</p>
      </ConfirmDialog>
    </Card>
  );
}

function Words({ kept, reload }: { readonly kept: KeptRecords; readonly reload: () => Promise<void> }) {
  const looked = useSignal<Looked | undefined>(undefined);
  const elsewhere = useSignal<Looked["elsewhere"]>([]);
  const form = useForm({
    start: { words: "", reason: "" },
    check: ({ words, reason }) => ({
      words: words.trim().length < 2 ? text("meetings.redact.wordsShort") : undefined,
      reason: needed(reason, text("meetings.redact.reason")),
    }),
    send: async (said) => ({ ...said, ...(await kept.search(said.words)) }),
    onDone: (answer: Looked) => {
      looked.value = answer;
      elsewhere.value = answer.elsewhere;
    },
  });
  const taken = async () => {
    const { words } = looked.value!;
    looked.value = undefined;
    elsewhere.value = (await kept.search(words)).elsewhere;
    form.startOver();
    await reload();
  };
  return (
    <>
      <Form form={form} submit={text("meetings.redact.look")}>
        <TextField name="words" label={text("meetings.redact.words")} hint={text("meetings.redact.wordsHint")} maxLength={200} />
        <TextField name="reason" label={text("meetings.redact.reason")} hint={text("meetings.redact.reasonHint")} maxLength={200} />
      </Form>
      {looked.value && <FoundWords looked={looked.value} kept={kept} onTaken={taken} />}
      {elsewhere.value.length > 0 && <Elsewhere meetings={elsewhere.value} />}
    </>
  );
}

/** Looks for words in kept records, shows where they stand, takes them out; and lists what was taken out before. */
export function TakeOut({ of: kept }: { readonly of: KeptRecords }) {
  const before = useLoaded(kept.load, [], { keepsOld: true });
  return (
    <>
      <Words kept={kept} reload={before.reload} />
      <Await of={before}>
        {(redactions) =>
          redactions.length > 0 && (
            <Card title={text("meetings.redact.before")}>
              <ul>
                {redactions.map(({ id: key, at, by, reason, records }) => (
                  <li key={key}>
                    {whenText(at)} {text("meetings.redact.line", { by: by ?? text("meetings.redact.someone"), count: records, reason })}
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Await>
    </>
  );
}
