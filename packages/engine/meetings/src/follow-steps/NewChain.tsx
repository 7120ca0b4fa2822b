import { useSignal } from "@preact/signals";
import { Await, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { mattersApi, text } from "../api.js";
import { MatterSteps } from "./MatterSteps.js";

const load = async () => (await mattersApi("GET /matters", { query: { tab: "waiting" } })).matters;

/** Which matter goes through the steps: chosen among those that wait, so that its decision waits for them. */
export function NewChain({ onStarted }: { readonly onStarted: () => Promise<void> }) {
  const loaded = useLoaded(load, []);
  const chosen = useSignal("");
  return (
    <Card title={text("meetings.steps.new")}>
      <Await of={loaded}>
        {(matters) =>
          matters.length === 0 ? (
            <EmptyState why={text("meetings.steps.noMatters")} />
          ) : (
            <div class="lx-stack">
              <div class="lx-field">
                <label for="chain-matter">{text("meetings.steps.what")}</label>
                <select id="chain-matter" class="lx-input" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
                  <option value="">{text("meetings.choose")}</option>
                  {matters.map(({ id, number, title }) => (
                    <option key={id} value={id}>
                      {`${number} ${title}`}
                    </option>
                  ))}
                </select>
              </div>
              {chosen.value && (
                <MatterSteps
                  key={chosen.value}
                  matterId={chosen.value}
                  title={matters.find(({ id }) => id === chosen.value)?.title ?? ""}
                  onStarted={onStarted}
                  frame={(_, content) => content}
                  none={<p class="lx-hint">{text("meetings.steps.notHere")}</p>}
                />
              )}
            </div>
          )
        }
      </Await>
    </Card>
  );
}
