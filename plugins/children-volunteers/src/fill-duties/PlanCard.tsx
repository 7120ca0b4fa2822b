import { Button, Card, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { text } from "../api.js";
import { DutyList } from "./DutyList.js";
import { useDuties } from "./use-duties.js";

function Shown({ programmeId, onDuty, onDone }: Props) {
  const { loaded, refusal, act, fill, ask } = useDuties([onDuty]);
  const duties = (loaded.value?.duties ?? []).filter((duty) => duty.programmeId === programmeId);
  if (duties.length === 0) return null;
  const done = (work: () => Promise<unknown>) => act(work).then(onDone);
  return (
    <Card
      title={text("children-volunteers.page.duties")}
      aside={
        duties.some(({ proposed }) => proposed.length > 0) && (
          <Button onClick={() => void done(() => fill(programmeId))}>{text("children-volunteers.plan.fill")}</Button>
        )
      }
    >
      {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
      <DutyList duties={duties} act={done} ask={ask} />
    </Card>
  );
}

interface Props {
  readonly programmeId: string;
  /** How many duties stand at it: another number asks again. */
  readonly onDuty: number;
  /** The plan has other adults now. */
  readonly onDone: () => Promise<void>;
}

/** On a plan of children's activities: volunteers whose turn it is, one press puts them on duty. */
export default function PlanCard(props: Props) {
  return mayAnywhere("children-volunteers.plan") ? <Shown {...props} /> : null;
}
