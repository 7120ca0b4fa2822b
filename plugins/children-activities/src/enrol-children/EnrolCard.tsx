import { Await, Card, EmptyState, type Loaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Child } from "../keep-children/ChildrenPart.js";
import { EnrolProgramme, type Opening } from "./EnrolProgramme.js";
import "./Enrol.css";

interface Props {
  readonly openings: Loaded<{ readonly programmes: readonly Opening[] }>;
  readonly children: readonly Child[];
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

/** The programmes of a home that take children now, however far ahead. What is ticked begins anew whenever something changed. */
export const EnrolCard = ({ openings, children, act }: Props) => (
  <Card title={text("children-activities.enrol.title")}>
    <Await of={openings}>
      {({ programmes }) => (
        <>
          {programmes.length === 0 && <EmptyState why={text("children-activities.enrol.none")} />}
          {programmes.map((opening) => (
            <EnrolProgramme key={`${opening.programmeId}${JSON.stringify(opening.children)}`} opening={opening} children={children} act={act} />
          ))}
        </>
      )}
    </Await>
  </Card>
);
