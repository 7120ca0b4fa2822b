import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button, ErrorNotice, Notice } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";
import { keepMove, localOf, tryMove, type Block, type MoveVerdict, type Venue } from "./plan-api.js";

interface MoveDialogProps {
  readonly planId: string;
  readonly block: Block;
  readonly venues: readonly Venue[];
  /** Where it was dropped, when it was dragged. */
  readonly dropped: { readonly day: string; readonly venueId: string | null } | undefined;
  readonly onClose: () => void;
  readonly onMoved: () => Promise<void>;
}
const Verdict = ({ verdict }: { readonly verdict: MoveVerdict }) =>
  verdict.broken.length > 0 ? (
    <Notice kind="warning">
      <ul>
        {verdict.broken.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Notice>
  ) : (
    <Notice kind="done">{text("meetings.plan.move.fine", { present: verdict.present })}</Notice>
  );

/** Where to? Day, hour and room; what it would break is said before it is kept, of a meeting that was dragged at once. */
export function MoveDialog({ planId, block, venues, dropped, onClose, onMoved }: MoveDialogProps) {
  const [day, time] = [useSignal(dropped?.day ?? localOf(block.startsAt).slice(0, 10)), useSignal(localOf(block.startsAt).slice(11))];
  const venue = useSignal((dropped ? dropped.venueId : block.venueId) ?? "");
  const [verdict, failed] = [useSignal<MoveVerdict | undefined>(undefined), useSignal<unknown>(undefined)];
  const body = () => ({ startsAt: `${day.value}T${time.value}`, venueId: venue.value || null });
  const change = (set: () => void) => {
    set();
    verdict.value = undefined;
  };
  const fail = (error: unknown) => void (failed.value = error);
  const look = () => tryMove(planId, block.id, body()).then((found) => void ((verdict.value = found), (failed.value = undefined)), fail);
  useEffect(() => void (dropped && look()), []);
  const keep = () =>
    keepMove(planId, block.id, body()).then(async () => {
      await onMoved();
      onClose();
      toast(text("meetings.plan.moved", { title: block.title }));
    }, fail);
  return (
    <Dialog isOpen onClose={onClose} title={text("meetings.plan.move.of", { title: block.title })}>
      <div class="lx-stack">
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        <div class="lx-field">
          <label for="plan-day">{text("meetings.plan.move.day")}</label>
          <input id="plan-day" class="lx-input" type="date" value={day.value} onInput={(event) => change(() => (day.value = event.currentTarget.value))} />
        </div>
        <div class="lx-field">
          <label for="plan-time">{text("meetings.plan.move.time")}</label>
          <input
            id="plan-time"
            class="lx-input"
            type="time"
            step={900}
            value={time.value}
            onInput={(event) => change(() => (time.value = event.currentTarget.value))}
          />
        </div>
        <div class="lx-field">
          <label for="plan-venue">{text("meetings.plan.move.venue")}</label>
          <select id="plan-venue" class="lx-input" value={venue.value} onChange={(event) => change(() => (venue.value = event.currentTarget.value))}>
            {block.venueId === null && <option value="">{text("meetings.plan.noRoom")}</option>}
            {venues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div role="status">{verdict.value && <Verdict verdict={verdict.value} />}</div>
        <div class="lx-actions">
          {verdict.value ? (
            <Button look="filled" onClick={() => void keep()}>
              {text(verdict.value.broken.length > 0 ? "meetings.plan.move.anyway" : "meetings.plan.move.keep")}
            </Button>
          ) : (
            <Button look="filled" onClick={() => void look()}>
              {text("meetings.plan.move.try")}
            </Button>
          )}
          <Button onClick={onClose}>{text("meetings.plan.apply.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
