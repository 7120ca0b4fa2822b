import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { DateList } from "./DateList.js";
import { EndSeries } from "./EndSeries.js";
import { NewSeriesForm } from "./NewSeriesForm.js";
import { loadSeries, summaryOf } from "./series-words.js";

/** Which meetings come again and again? Their dates, and what was said of single ones. */
export default function SeriesPage() {
  const loaded = useLoaded(loadSeries, [], { keepsOld: true });
  const isAdding = useSignal(false);
  const done = () => {
    isAdding.value = false;
    return loaded.reload();
  };
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.series.heading")} note={text("meetings.series.note")}>
        {!isAdding.value && (
          <Button look="filled" onClick={() => (isAdding.value = true)}>
            {text("meetings.series.new")}
          </Button>
        )}
      </PageHead>
      {isAdding.value && <NewSeriesForm onDone={done} />}
      <Await of={loaded}>
        {(series) =>
          series.length === 0 ? (
            <EmptyState why={text("meetings.series.empty")} />
          ) : (
            series.map((one) => (
              <Card key={one.id} title={one.title}>
                <p class="lx-hint">
                  {summaryOf(one)} {one.type === "assignment" && text("meetings.list.atOnce")}
                </p>
                {one.dates.length === 0 && <p class="lx-hint">{text("meetings.series.noDates")}</p>}
                <DateList series={one} reload={loaded.reload} />
                <EndSeries series={one} reload={loaded.reload} />
              </Card>
            ))
          )
        }
      </Await>
    </div>
  );
}
