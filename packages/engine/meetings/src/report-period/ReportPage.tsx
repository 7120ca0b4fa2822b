import { useSignal } from "@preact/signals";
import { Await, Button, Card, dayText, EmptyState, Notice, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, SelectField, useForm } from "@lianxin/web-kit/forms";
import { Printer } from "@lianxin/web-kit/icons";
import { api, choicesOf, readPlaces, text, type Places } from "../api.js";
import { today } from "../convene-meeting/week-of.js";
import { monthOf, shareText, waitText } from "./report-words.js";

interface Wish {
  readonly placeId: string;
  readonly from: string;
  readonly to: string;
}
const read = ({ placeId, ...query }: Wish) => api("GET /places/:placeId/report", { params: { placeId }, query });
type Report = Awaited<ReturnType<typeof read>>;
/** Below it a share says little of anybody but the few who were asked. */
const fewRatings = 10;

function Ratings({ ratings: { count, satisfied, basically, dissatisfied } }: Pick<Report, "ratings">) {
  if (count === 0) return <p>{text("meetings.report.unrated")}</p>;
  return (
    <>
      <SummaryList
        rows={[
          { label: text("meetings.report.content"), value: shareText(satisfied + basically, count) },
          { label: text("meetings.report.said"), value: text("meetings.report.saidHow", { satisfied, basically, dissatisfied }) },
        ]}
      />
      {count < fewRatings && <p class="lx-hint">{text("meetings.report.few", { count })}</p>}
    </>
  );
}

function Found({ report }: { readonly report: Report }) {
  const { raised, resolved, underway, returned, withdrawn, merged, answered, medianMinutes, due, inTime } = report;
  const before = { label: text("meetings.report.openBefore"), value: text("meetings.report.items", { count: report.openBefore }) };
  if (raised === 0)
    return (
      <>
        <EmptyState why={text("meetings.report.nothing", { from: dayText(report.from), to: dayText(report.to) })} />
        {report.openBefore > 0 && (
          <Card title={text("meetings.report.became", { place: report.placeName })}>
            <SummaryList rows={[before]} />
          </Card>
        )}
      </>
    );
  return (
    <>
      <Card title={text("meetings.report.became", { place: report.placeName })}>
        <SummaryList
          rows={[
            { label: text("meetings.report.raised"), value: text("meetings.report.items", { count: raised }) },
            { label: text("meetings.report.resolved"), value: shareText(resolved, raised) },
            ...Object.entries({ underway, returned, withdrawn, merged }).map(([outcome, count]) => ({
              label: text(`meetings.report.${outcome as "underway"}`),
              value: text("meetings.report.items", { count }),
            })),
            ...(report.openBefore > 0 ? [before] : []),
          ]}
        />
        <p class="lx-hint">{text("meetings.report.sums", { raised, resolved, underway, returned, withdrawn, merged })}</p>
      </Card>
      <Card title={text("meetings.report.answering")}>
        <SummaryList
          rows={[
            { label: text("meetings.report.answered"), value: text("meetings.report.of", { count: answered, all: raised }) },
            { label: text("meetings.report.median"), value: medianMinutes === null ? text("meetings.report.none") : waitText(medianMinutes) },
            { label: text("meetings.report.inTime"), value: due === 0 ? text("meetings.report.none") : shareText(inTime, due) },
          ]}
        />
      </Card>
      <Card title={text("meetings.report.rated")}>
        <Ratings ratings={report.ratings} />
      </Card>
    </>
  );
}

function Asked({ places }: { readonly places: Places }) {
  const first = places.find(({ kind }) => kind === "community" || kind === "village") ?? places[0];
  const wish = useSignal<Wish>({ placeId: first?.id ?? "", ...monthOf(today()) });
  const found = useLoaded(() => read(wish.value), [wish.value], { keepsOld: true });
  const form = useForm({
    start: { ...wish.value },
    check: ({ from, to }) => ({ from: needed(from, text("meetings.report.from")), to: needed(to, text("meetings.report.to")) }),
    send: async (values) => void (wish.value = values),
  });
  return (
    <>
      <div class="lx-noprint">
        <Card title={text("meetings.report.which")}>
          <Form form={form} submit={text("meetings.report.show")}>
            {places.length > 1 && <SelectField name="placeId" label={text("meetings.report.place")} choices={choicesOf(places)} />}
            <DayField name="from" label={text("meetings.report.from")} />
            <DayField name="to" label={text("meetings.report.to")} />
          </Form>
        </Card>
      </div>
      <Await of={found}>{(report) => <Found report={report} />}</Await>
    </>
  );
}

/** How matters of a period were dealt with: counts that add up, with what each is a share of; of places, never of people or units. */
export default function ReportPage() {
  const places = useLoaded(readPlaces, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.report.heading")} note={text("meetings.report.note")}>
        <Button icon={Printer} onClick={() => print()}>
          {text("meetings.report.print")}
        </Button>
      </PageHead>
      <Await of={places}>{(known) => (known.length === 0 ? <Notice>{text("meetings.report.noPlace")}</Notice> : <Asked places={known} />)}</Await>
    </div>
  );
}
