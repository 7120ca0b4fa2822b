import { useSignal } from "@preact/signals";
import { Button, Card, EmptyState, ErrorNotice, mayAnywhere, whenText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Pencil, Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { busyKinds } from "../words.js";
import { AddBusyDialog } from "./AddBusyDialog.js";
import { EditHoursDialog } from "./EditHoursDialog.js";
import { HoursList } from "./HoursList.js";

interface CardProps {
  readonly person: Person;
  readonly onDone: () => Promise<void>;
}
type Busy = Person["busy"][number];
const wordOf = (kind: string): string => t(`directory.busy.${busyKinds.find((one) => one === kind) ?? "away"}`);
const said = ({ startsAt, endsAt, kind }: Busy): string => `${wordOf(kind)} ${whenText(startsAt, endsAt)}`;

function BusyList({ person, onDone }: CardProps) {
  const error = useSignal<unknown>(undefined);
  const remove = async ({ id, ...busy }: Busy) => {
    try {
      await api("DELETE /people/:personId/busy/:busyId", { params: { personId: person.id, busyId: id } });
      await onDone();
      const putBack = () => api("POST /people/:personId/busy", { params: { personId: person.id }, body: { ...busy, kind: busy.kind as "work" } });
      toast(t("directory.hours.busyRemoved"), { undo: () => putBack().then(onDone) });
    } catch (refusal) {
      error.value = refusal;
    }
  };
  return (
    <>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <ul class="lx-list">
        {person.busy.map((busy) => (
          <li key={busy.id}>
            <span>{said(busy)}</span>
            {mayAnywhere("directory.edit") && (
              <Button look="plain" aria-label={t("directory.hours.removeOf", { what: said(busy) })} onClick={() => void remove(busy)}>
                {t("directory.hours.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** When a person can usually come, and when not; why is never said. */
export function CalendarCard({ person, onDone }: CardProps) {
  const asking = useSignal<"hours" | "busy" | undefined>(undefined);
  const dialog = (which: "hours" | "busy") => ({ person, isOpen: asking.value === which, onClose: () => (asking.value = undefined), onDone });
  const isEmpty = person.weekly.length === 0 && person.busy.length === 0;
  return (
    <Card title={t("directory.page.hours")}>
      {isEmpty ? <EmptyState why={t("directory.page.noHours")} /> : <HoursList spans={person.weekly} />}
      {person.busy.length > 0 && <h3>{t("directory.hours.busy")}</h3>}
      <BusyList person={person} onDone={onDone} />
      {mayAnywhere("directory.edit") && (
        <div class="lx-actions">
          <Button icon={Pencil} onClick={() => (asking.value = "hours")}>
            {t("directory.hours.edit")}
          </Button>
          <Button icon={Plus} onClick={() => (asking.value = "busy")}>
            {t("directory.hours.addBusy")}
          </Button>
        </div>
      )}
      <EditHoursDialog {...dialog("hours")} />
      <AddBusyDialog {...dialog("busy")} />
    </Card>
  );
}
