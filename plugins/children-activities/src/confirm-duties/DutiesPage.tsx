import { Await, Button, Card, dayText, dateOf, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { OpenHomeForm } from "../keep-homes/OpenHomeForm.js";
import "./Duties.css";

const read = () => api("GET /duties");
type Duties = Awaited<ReturnType<typeof read>>;
interface Props {
  readonly duties: Duties;
  readonly onDone: () => Promise<unknown>;
}
const numbers = ["1", "2", "3", "4", "5", "6"] as const;

function Confirm({ duties, onDone }: Props) {
  const form = useForm({
    start: { agreed: [] as readonly string[] },
    check: ({ agreed }) => ({ agreed: agreed.length === numbers.length ? undefined : text("children-activities.duties.all") }),
    send: ({ agreed }) => api("POST /places/:path/duties", { params: { path: duties.path }, body: { agreed: agreed.map(Number) } }),
    onDone: async () => {
      toast(text("children-activities.duties.done"));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.duties.submit")}>
      <TicksField name="agreed" label={text("children-activities.duties.label")} choices={numbers.map((value) => ({ value, label: told("duty", value) }))} />
    </Form>
  );
}

function Running({ duties, onDone }: Props) {
  const [first] = duties.confirmed;
  const end = async () => {
    await api("POST /places/:path/duties/end", { params: { path: first!.placePath } });
    await onDone();
  };
  return (
    <>
      <Notice kind="done">{text("children-activities.duties.since", { day: dayText(dateOf(first!.confirmedAt)) })}</Notice>
      <ol class="duties-list">
        {numbers.map((value) => (
          <li key={value}>{told("duty", value)}</li>
        ))}
      </ol>
      <Button onClick={() => void end()}>{text("children-activities.duties.end")}</Button>
    </>
  );
}

/** Off until somebody who answers for it says yes to each duty; then homes are opened here. */
export default function DutiesPage() {
  const loaded = useLoaded(read, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.duties")} note={text("children-activities.duties.note")} />
      <Await of={loaded}>
        {(duties) => (
          <>
            <Card title={text("children-activities.duties.title")}>
              {duties.confirmed.length > 0 ? <Running duties={duties} onDone={loaded.reload} /> : <Confirm duties={duties} onDone={loaded.reload} />}
            </Card>
            {duties.confirmed.length > 0 && <OpenHomeForm />}
          </>
        )}
      </Await>
    </div>
  );
}
