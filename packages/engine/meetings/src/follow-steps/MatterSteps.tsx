import type { ComponentChildren } from "preact";
import { mayAnywhere, Status, useLoaded } from "@lianxin/web-kit";
import { Form, neededChoice, SelectField, useForm } from "@lianxin/web-kit/forms";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { nameOf } from "./step-words.js";

const load = (matterId: string) => api("GET /matters/:matterId/steps", { params: { matterId } });
type MatterWays = Awaited<ReturnType<typeof load>>;
export interface StepsProps {
  readonly matterId: string;
  readonly title: string;
  readonly onStarted?: () => Promise<void>;
}

function StartForm({ matterId, title, onStarted, ways, reload }: StepsProps & { readonly ways: MatterWays["ways"]; readonly reload: () => Promise<void> }) {
  const form = useForm({
    start: { at: ways.length === 1 ? "0" : "" },
    check: ({ at }) => ({ at: neededChoice(at, text("meetings.steps.where")) }),
    send({ at }, idempotencyKey) {
      const { kind, placeId } = ways[Number(at)]!;
      return api("POST /chains", { body: { kind, placeId, title: title.slice(0, 100), matterId }, idempotencyKey });
    },
    async onDone() {
      await reload();
      await onStarted?.();
      toast(text("meetings.steps.started"));
    },
  });
  return (
    <Form form={form} submit={text("meetings.steps.start")}>
      <p class="lx-hint">{text("meetings.steps.startHint")}</p>
      <SelectField
        name="at"
        label={text("meetings.steps.where")}
        {...(ways.length > 1 && { empty: text("meetings.choose") })}
        choices={ways.map(({ placeName, bodyName }, at) => ({ value: `${at}`, label: text("meetings.steps.decides", { place: placeName, body: bodyName }) }))}
      />
    </Form>
  );
}

function Standing({ chain }: { readonly chain: NonNullable<MatterWays["chain"]> }) {
  const next = chain.steps.find(({ state }) => state === "skipped" || state === "next");
  return (
    <>
      <p>
        <Status kind={chain.isEffective ? "done" : "hold"} word={text(chain.isEffective ? "meetings.steps.effective" : "meetings.steps.waiting")} />{" "}
        {next && text("meetings.steps.nextIs", { step: nameOf(next) })}
      </p>
      <a href="/meetings/steps">{text("meetings.steps.see")}</a>
    </>
  );
}

/** How far a matter is through the required steps, or the way to start them; `frame` puts it on a page, and nothing is drawn where no steps are asked. */
export function MatterSteps({
  frame,
  none = null,
  ...props
}: StepsProps & { readonly frame: (name: string, content: ComponentChildren) => ComponentChildren; readonly none?: ComponentChildren }) {
  const loaded = useLoaded(() => load(props.matterId), [props.matterId], { keepsOld: true });
  if (!loaded.value) return null;
  const { chain, ways } = loaded.value;
  if (chain) return <>{frame(nameOf(chain), <Standing chain={chain} />)}</>;
  if (!ways[0] || !mayAnywhere("meetings.convene")) return <>{none}</>;
  return <>{frame(nameOf(ways[0]), <StartForm key={props.matterId} {...props} ways={ways} reload={loaded.reload} />)}</>;
}
