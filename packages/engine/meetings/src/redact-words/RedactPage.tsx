import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, browserPorts, Button, ButtonLink, Card, Notice, PageHead, whenText, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface Looked {
  readonly words: string;
  readonly reason: string;
  readonly found: readonly { readonly kind: string; readonly records: number }[];
  readonly elsewhere: readonly { readonly id: string; readonly title: string; readonly startsAt: string | null }[];
}

const sumOf = ({ found }: Looked): number => found.reduce((all, { records }) => all + records, 0);

/** Other meetings on the same matters whose own records have the words: each is dealt with on its own page. */
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
function FoundWords({ looked, meetingId, onTaken }: { readonly looked: Looked; readonly meetingId: string; readonly onTaken: () => Promise<void> }) {
  const isAsking = useSignal(false);
  if (looked.found.length === 0) return <Notice kind="warning">{text("meetings.redact.none")}</Notice>;
  const take = async () => {
    const { words, reason } = looked;
    await api("POST /meetings/:meetingId/redactions", { params: { meetingId }, body: { words, reason }, idempotencyKey: browserPorts.newKey() });
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

function Words({ meetingId, reload }: { readonly meetingId: string; readonly reload: () => Promise<void> }) {
  const looked = useSignal<Looked | undefined>(undefined);
  const elsewhere = useSignal<Looked["elsewhere"]>([]);
  const form = useForm({
    start: { words: "", reason: "" },
    check: ({ words, reason }) => ({
      words: words.trim().length < 2 ? text("meetings.redact.wordsShort") : undefined,
      reason: needed(reason, text("meetings.redact.reason")),
    }),
    send: async (said) => ({ ...said, ...(await api("POST /meetings/:meetingId/word-search", { params: { meetingId }, body: { words: said.words } })) }),
    onDone: (answer: Looked) => {
      looked.value = answer;
      elsewhere.value = answer.elsewhere;
    },
  });
  const taken = async () => {
    const { words } = looked.value!;
    looked.value = undefined;
    elsewhere.value = (await api("POST /meetings/:meetingId/word-search", { params: { meetingId }, body: { words } })).elsewhere;
    form.startOver();
    await reload();
  };
  return (
    <>
      <Form form={form} submit={text("meetings.redact.look")}>
        <TextField name="words" label={text("meetings.redact.words")} hint={text("meetings.redact.wordsHint")} maxLength={200} />
        <TextField name="reason" label={text("meetings.redact.reason")} hint={text("meetings.redact.reasonHint")} maxLength={200} />
      </Form>
      {looked.value && <FoundWords looked={looked.value} meetingId={meetingId} onTaken={taken} />}
      {elsewhere.value.length > 0 && <Elsewhere meetings={elsewhere.value} />}
    </>
  );
}

const load = async (meetingId: string) => (await api("GET /meetings/:meetingId/redactions", { params: { meetingId } })).redactions;

/** Takes a telephone number or a name that must not stand there out of everything a meeting keeps; shows where it stands first. */
export default function RedactPage() {
  const { id } = useRoute().params as { id: string };
  const before = useLoaded(() => load(id), [id], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.redact.heading")} note={text("meetings.redact.note")}>
        <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>
      </PageHead>
      <Words meetingId={id} reload={before.reload} />
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
    </div>
  );
}
