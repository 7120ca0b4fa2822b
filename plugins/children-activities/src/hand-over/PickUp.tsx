import { useSignal } from "@preact/signals";
import { Await, Button, Card, Notice, timeText, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import type { Board, BoardChild } from "../hold-session/use-board.js";
import { LadderVerbs } from "./LadderVerbs.js";
import { OneOff } from "./OneOff.js";
import { whoMayCollect } from "./who-may-collect.js";

export interface PickUpProps extends Acting {
  readonly child: BoardChild;
  readonly name: string;
  readonly mayGoAlone: boolean;
  readonly isOver: boolean;
  readonly now: string;
  readonly adults: Board["posts"];
  readonly onBack: () => void;
}
/** What came of a code: handed over, or how many tries are left. */
export const tellTry = ({ isHanded, left }: { readonly isHanded: boolean; readonly left: number }, name: string): string | undefined => {
  if (isHanded) toast(text("children-activities.desk.handed", { name }));
  return isHanded ? undefined : text(left > 0 ? "children-activities.desk.wrong" : "children-activities.desk.void", { left });
};

/** One child: who is here for it? A guardian or somebody on the list with the code of the day, or nobody. */
export function PickUp({ child, name, mayGoAlone, isOver, now, adults, act, onBack }: PickUpProps) {
  const params = { attendanceId: child.attendanceId };
  const loaded = useLoaded(() => api("GET /attendances/:attendanceId/collectors", { params }), [child.attendanceId]);
  const [who, problem, fresh] = [useSignal(""), useSignal<string | undefined>(undefined), useSignal<string | undefined>(undefined)];
  const asks = useSignal(false);
  const hand = (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get("code") ?? "");
    void act(async () => {
      problem.value = tellTry(await api("POST /attendances/:attendanceId/hand-over", { params, body: { collectorId: who.value, code } }), name);
    });
  };
  const renew = async () => {
    fresh.value = (await api("POST /attendances/:attendanceId/codes", { params })).code;
    problem.value = undefined;
  };
  const refuse = () => {
    who.value = "nobody";
    void act(() => api("POST /attendances/:attendanceId/refusals", { params }));
  };
  const undoRefusal = () =>
    act(async () => {
      await api("POST /attendances/:attendanceId/refusals-undone", { params });
      who.value = "";
    });
  return (
    <Card
      title={text("children-activities.desk.question", { name })}
      aside={
        <Button look="plain" onClick={onBack}>
          {text("children-activities.desk.back")}
        </Button>
      }
    >
      <Await of={loaded}>
        {({ collectors, guardians, aloneRoute, asked, home }) => (
          <div class="lx-stack">
            <div class="lx-actions">
              {whoMayCollect(guardians, collectors).map(({ id, relation, name: collector, phoneTail }) => (
                <Button key={id} look={who.value === id ? "filled" : "soft"} aria-pressed={who.value === id} onClick={() => (who.value = id)}>
                  {phoneTail === null
                    ? text("children-activities.desk.collector.noPhone", { relation, name: collector })
                    : text("children-activities.desk.collector", { relation, name: collector, tail: phoneTail })}
                </Button>
              ))}
              <Button look={who.value === "nobody" ? "filled" : "soft"} onClick={refuse}>
                {text("children-activities.desk.notListed")}
              </Button>
              {who.value === "nobody" && (
                <Button look="plain" onClick={() => void undoRefusal()}>
                  {text("children-activities.desk.undoRefusal")}
                </Button>
              )}
              {mayGoAlone && aloneRoute && <Button onClick={() => (asks.value = true)}>{text("children-activities.desk.alone", { route: aloneRoute })}</Button>}
            </div>
            <ConfirmDialog
              isOpen={asks.value}
              onClose={() => (asks.value = false)}
              title={text("children-activities.desk.aloneSure", { name })}
              verb={text("children-activities.desk.aloneVerb")}
              onConfirm={() => act(() => api("POST /attendances/:attendanceId/alone", { params }))}
            >
              <p>{aloneRoute}</p>
            </ConfirmDialog>
            {who.value !== "" && who.value !== "nobody" && (
              <form class="board-line" onSubmit={hand}>
                <label for="code">{text("children-activities.desk.code")}</label>
                <input id="code" class="lx-input board-number" name="code" inputMode="numeric" autocomplete="off" minLength={6} maxLength={6} required />
                <Button type="submit" look="filled">
                  {text("children-activities.desk.hand")}
                </Button>
                <Button look="plain" onClick={() => void act(renew)}>
                  {text("children-activities.desk.another")}
                </Button>
              </form>
            )}
            {fresh.value && <Notice kind="done">{text("children-activities.desk.newCode", { code: fresh.value })}</Notice>}
            <p class="lx-actions">
              {guardians.map(({ id, relation, name: guardian, phone }) => (
                <a key={id} href={`tel:${phone}`}>
                  {text("children-activities.desk.call", { relation, name: guardian })} <span class="lx-num">{phone}</span>
                </a>
              ))}
            </p>
            {problem.value && <Notice kind="warning">{problem.value}</Notice>}
            {(who.value === "nobody" || (who.value === "" && asked)) && (
              <OneOff attendanceId={child.attendanceId} name={name} guardians={guardians} asked={asked} home={home} act={act} />
            )}
            {isOver && <LadderVerbs child={child} adults={adults} now={now} act={act} />}
            {child.steps.length > 0 && (
              <ol>
                {child.steps.map(({ step, at, hurry }) => (
                  <li key={at + step}>
                    <span class="lx-num">{timeText(at)}</span>{" "}
                    {hurry ? text("children-activities.desk.hurried", { step: told("ladder", step), why: told("hurry", hurry) }) : told("ladder", step)}
                  </li>
                ))}
              </ol>
            )}
          </div>
        )}
      </Await>
    </Card>
  );
}
