import { signal, useSignal, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { Eye } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";

/** Whole numbers by invitee, once asked for: empty before. */
export interface ShownPhones {
  readonly numbers: ReadonlySignal<ReadonlyMap<string, string>>;
  show(): Promise<void>;
}

/** The telephone numbers of one call list, whole after they were asked for; that they were leaves a record. */
export const useShownPhones = (meetingId: string): ShownPhones =>
  useMemo(() => {
    const numbers = signal<ReadonlyMap<string, string>>(new Map());
    const show = async () => {
      const { people } = await api("GET /meetings/:meetingId/call-list", { params: { meetingId }, asksToSee: true });
      numbers.value = new Map(people.flatMap(({ inviteeId, phone }) => (phone ? [[inviteeId, phone] as const] : [])));
    };
    return { numbers, show };
  }, [meetingId]);

const isMasked = (phone: string): boolean => phone.includes("*");

/** Asks for the numbers of everybody on the list; says so where the reader may not have them. */
export function ShowPhones({ phones, hasAny }: { readonly phones: ShownPhones; readonly hasAny: boolean }) {
  const failed = useSignal<unknown>(undefined);
  const shown = [...phones.numbers.value.values()];
  if (!hasAny) return null;
  if (shown.length > 0) return shown.every(isMasked) ? <p class="lx-hint">{text("meetings.tell.phonesKept")}</p> : null;
  const show = () =>
    phones.show().then(
      () => void (failed.value = undefined),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <div>
        <Button icon={Eye} onClick={() => void show()}>
          {text("meetings.tell.showPhones")}
        </Button>
      </div>
    </div>
  );
}

/** A number that a press dials once it is whole. */
export function CallPhone({ inviteeId, phone, phones }: { readonly inviteeId: string; readonly phone: string | null; readonly phones: ShownPhones }) {
  const shown = phones.numbers.value.get(inviteeId) ?? phone;
  if (shown === null) return <>{text("meetings.notice.noPhone")}</>;
  return isMasked(shown) ? (
    <span class="lx-num">{shown}</span>
  ) : (
    <a class="lx-num" href={`tel:${shown.replace(/[^\d+]/g, "")}`}>
      {shown}
    </a>
  );
}
