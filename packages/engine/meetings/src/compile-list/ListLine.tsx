import { dayText, mayAnywhere, Status } from "@lianxin/web-kit";
import { Form, needed, neededChoice, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ListAnswer } from "./ListPage.js";
import "./List.css";

type Line = ListAnswer["lines"][number];
interface LineProps {
  readonly meetingId: string;
  readonly line: Line;
  readonly list: ListAnswer;
  readonly reload: () => Promise<void>;
}

function MergeForm({ meetingId, line, list, reload }: LineProps) {
  const others = list.lines.filter(({ id, partId }) => id !== line.id && partId !== null);
  const form = useForm({
    start: { intoItemId: "", reason: "" },
    check: ({ intoItemId, reason }) => ({
      intoItemId: neededChoice(intoItemId, text("meetings.list.into")),
      reason: needed(reason, text("meetings.item.reason")),
    }),
    send: ({ intoItemId, reason }, idempotencyKey) =>
      api("POST /meetings/:meetingId/list-merges", { params: { meetingId }, body: { itemId: line.id, intoItemId, reason }, idempotencyKey }),
    onDone: reload,
  });
  return (
    <Form form={form} submit={text("meetings.list.merge")}>
      <SelectField
        name="intoItemId"
        label={text("meetings.list.into")}
        empty={text("meetings.list.choose")}
        choices={others.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField name="reason" label={text("meetings.item.reason")} maxLength={200} />
    </Form>
  );
}

function standingOf({ owner, deferred }: Line): string {
  if (owner) return text("meetings.claim.owned", { lead: owner.organization, person: owner.person, day: dayText(owner.dueOn) });
  return deferred ? text("meetings.claim.deferredTo", { reason: deferred.reason, day: dayText(deferred.reviewOn) }) : "";
}

/** One line: what it is, where it comes from, who leads it. */
export function ListLine(props: LineProps) {
  const { line, list } = props;
  const isGap = line.partId !== null && !line.owner && !line.deferred;
  return (
    <li>
      <p>
        <strong>{line.title}</strong> <span class="lx-hint">{text(line.isRolled ? "meetings.list.rolled" : "meetings.list.opened")}</span>
      </p>
      {isGap ? <Status kind="gap" word={text("meetings.claim.gap")} /> : <p class="lx-hint">{standingOf(line)}</p>}
      {list.state === "draft" && line.partId !== null && mayAnywhere("meetings.convene") && (
        <details>
          <summary>{text("meetings.list.mergeInto")}</summary>
          <MergeForm {...props} />
        </details>
      )}
    </li>
  );
}
