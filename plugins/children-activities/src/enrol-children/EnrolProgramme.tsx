import { useSignal } from "@preact/signals";
import { Button, dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Child } from "../keep-children/ChildrenPart.js";

const read = (homeId: string) => api("GET /homes/:homeId/openings", { params: { homeId } });
export type Opening = Awaited<ReturnType<typeof read>>["programmes"][number];
export const readOpenings = read;

interface Props {
  readonly opening: Opening;
  readonly children: readonly Child[];
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
const bands = ["6_8", "9_12", "13_15"] as const;

/** Whom to tick at first: who fits, as many of each band as there are places; nobody who was taken off a date. */
export function fittingIds(opening: Opening, children: readonly Child[]): string[] {
  const left: Record<string, number> = { ...opening.left };
  const standing = new Map(opening.children.map((one) => [one.childId, one.standing]));
  return children.flatMap(({ id, ageBand }) => (standing.get(id) === "fits" && (left[ageBand] = (left[ageBand] ?? 0) - 1) >= 0 ? [id] : []));
}

/** One programme: a tick for each child that may come, and who cannot be ticked and why. */
export function EnrolProgramme({ opening, children, act }: Props) {
  const { programmeId, title, fromOn, untilOn, closesOn, dates, left, isLate } = opening;
  const days = { title, from: dayText(fromOn), until: dayText(untilOn), count: dates };
  const ticked = useSignal<readonly string[]>(fittingIds(opening, children));
  const of = new Map(opening.children.map((one) => [one.childId, one]));
  const isOf = (...standings: readonly string[]) => children.filter(({ id }) => standings.includes(of.get(id)?.standing ?? ""));
  const open = isOf("fits", "cancelled");
  const flip = (id: string) => (ticked.value = ticked.value.includes(id) ? ticked.value.filter((one) => one !== id) : [...ticked.value, id]);
  const send = () =>
    act(async () => {
      const againIds = ticked.value.filter((id) => of.get(id)?.standing === "cancelled");
      const childIds = ticked.value.filter((id) => !againIds.includes(id));
      const done = await api("POST /programmes/:programmeId/enrolments", {
        params: { programmeId },
        body: { childIds: [...childIds], againIds: [...againIds] },
      });
      toast(text("children-activities.enrol.done", { count: done.children }));
    });
  const note = ({ id, ageBand }: Child): string => {
    const { standing = "", agreed = 0, busy = 0 } = of.get(id) ?? {};
    const some = [
      ...(agreed + busy < dates ? [text("children-activities.enrol.some", { count: agreed + busy })] : []),
      ...(busy > 0 ? [text("children-activities.enrol.elsewhere", { count: busy })] : []),
    ];
    return [told("band", ageBand), ...(standing === "cancelled" ? [text("children-activities.enrol.cancelled")] : []), ...some].join(" · ");
  };
  return (
    <Fold title={text(dates === 1 ? "children-activities.enrol.on" : "children-activities.enrol.for", days)}>
      <p class="lx-hint">
        {text(isLate ? "children-activities.enrol.late" : "children-activities.enrol.until", { day: dayText(closesOn) })}{" "}
        {bands
          .filter((band) => children.some(({ ageBand }) => ageBand === band))
          .map((band) => text("children-activities.enrol.left", { band: told("band", band), count: left[band] }))
          .join("，")}
      </p>
      {open.length > 0 && (
        <>
          <fieldset class="enrol-ticks">
            <legend class="lx-sr">{title}</legend>
            {open.map((child) => (
              <label key={child.id} class="lx-choice" data-checked={ticked.value.includes(child.id)}>
                <input type="checkbox" checked={ticked.value.includes(child.id)} onChange={() => flip(child.id)} />
                <span>
                  {child.name}
                  <small>{note(child)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="lx-actions">
            <Button look="filled" disabled={ticked.value.length === 0} onClick={() => void send()}>
              {text("children-activities.enrol.submit", { count: ticked.value.length })}
            </Button>
            <Button look="plain" onClick={() => (ticked.value = ticked.value.length > 0 ? [] : open.map(({ id }) => id))}>
              {text(ticked.value.length > 0 ? "children-activities.enrol.nobody" : "children-activities.enrol.everybody")}
            </Button>
          </div>
        </>
      )}
      {(["enrolled", "busy", "consent", "band"] as const).map((standing) => {
        const names = isOf(standing).map(({ name }) => name);
        return names.length === 0 ? null : (
          <p key={standing} class="lx-hint">
            {text(`children-activities.enrol.${standing}`, { count: names.length, names: names.join("、") })}
          </p>
        );
      })}
    </Fold>
  );
}
