import { useRoute } from "preact-iso";
import { Await, browserPorts, ButtonLink, Card, dateOf, dayText, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TextField, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { IncidentFields, kinds } from "./IncidentFields.js";
import { NotedCard, readNoted } from "./NotedCard.js";

const offices = ["police", "civil_affairs", "police_and_civil_affairs", "education"] as const;
async function read(sessionId: string) {
  const params = { sessionId };
  const [board, { children }] = await Promise.all([api("GET /sessions/:sessionId/board", { params }), api("GET /sessions/:sessionId/children", { params })]);
  return { board, children };
}
type Read = Awaited<ReturnType<typeof read>>;

interface Noting {
  readonly sessionId: string;
  /** What was noted is read anew. */
  readonly onNoted: () => Promise<unknown>;
}

/** That it is kept, and who has to be told by mouth. */
const tellNoted = (kept: string, untold: readonly string[]): void =>
  toast(untold.length === 0 ? kept : `${kept}；${text("children-activities.told.adults", { names: untold.join("、") })}`);

function IncidentForm({ sessionId, read: { board, children }, onNoted }: Noting & { readonly read: Read }) {
  const isPast = board.heldOn !== dateOf(new Date(browserPorts.now()).toISOString());
  const form = useForm({
    start: { kind: kinds[0] as string, attendanceId: "", words: "", time: "" },
    check: ({ time }) => ({ time: isPast ? needed(time, text("children-activities.incident.time")) : undefined }),
    send: ({ kind: what, attendanceId, words, time }) => {
      const isSilent = what === "disclosure";
      const about = { ...(attendanceId && !isSilent && { attendanceId }), ...(words && !isSilent && { words }) };
      return api("POST /sessions/:sessionId/incidents", {
        params: { sessionId },
        body: { kind: what as (typeof kinds)[number], ...(time && { time }), ...about },
      });
    },
    onDone: ({ adults }) => {
      tellNoted(text("children-activities.incident.noted"), adults);
      form.startOver();
      void onNoted();
    },
  });
  const names = new Map(children.map(({ childId, name }) => [childId, name]));
  const choices = board.children.map(({ attendanceId, childId }) => ({ value: attendanceId, label: names.get(childId) ?? "" }));
  return (
    <Form form={form} submit={text("children-activities.incident.submit")}>
      <IncidentFields
        kind={form.values.value.kind}
        timeHint={isPast ? text("children-activities.incident.time.then", { day: dayText(board.heldOn) }) : text("children-activities.incident.time.hint")}
        isTimeNeeded={isPast}
        child={{ name: "attendanceId", choices }}
      />
    </Form>
  );
}

function ReportForm({ sessionId, onNoted }: Noting) {
  const form = useForm({
    start: { office: offices[0] as string, on: "", time: "", receipt: "" },
    send: ({ office, on, time, receipt }) =>
      api("POST /sessions/:sessionId/reports", {
        params: { sessionId },
        body: { office: office as (typeof offices)[number], ...(on && { on }), ...(time && { time }), ...(receipt && { receipt }) },
      }),
    onDone: ({ adults }) => {
      tellNoted(text("children-activities.report.noted"), adults);
      form.startOver();
      void onNoted();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.report.submit")}>
      <SelectField
        name="office"
        label={text("children-activities.report.office")}
        choices={offices.map((value) => ({ value, label: told("office", value) }))}
      />
      <DayField name="on" label={text("children-activities.report.on")} hint={text("children-activities.report.on.hint")} isOptional />
      <TimeField name="time" label={text("children-activities.report.time")} isOptional />
      <TextField name="receipt" label={text("children-activities.report.receipt")} hint={text("children-activities.report.hint")} isOptional maxLength={40} />
    </Form>
  );
}

/** What happened at a session, and that the authorities were told; of what a child discloses no word can be typed. */
export default function IncidentsPage() {
  const { sessionId } = useRoute().params as { sessionId: string };
  const loaded = useLoaded(() => read(sessionId), [sessionId]);
  const noted = useLoaded(() => readNoted(sessionId), [sessionId], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.incidents")}>
        <ButtonLink href={`/children-activities/sessions/${sessionId}`}>{text("children-activities.page.board")}</ButtonLink>
      </PageHead>
      <NotedCard noted={noted} />
      <Await of={loaded}>
        {(shown) => (
          <Card title={text("children-activities.incident.title")}>
            <IncidentForm sessionId={sessionId} read={shown} onNoted={noted.reload} />
          </Card>
        )}
      </Await>
      <Card title={text("children-activities.report.title")}>
        <ReportForm sessionId={sessionId} onNoted={noted.reload} />
      </Card>
    </div>
  );
}
