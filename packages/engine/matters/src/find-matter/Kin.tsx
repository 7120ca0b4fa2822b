import { Card } from "@lianxin/web-kit";
import { text, type MatterAnswer } from "../api.js";
import { StateTag } from "./StateTag.js";

type Other = MatterAnswer["parts"][number];

const List = ({ title, others }: { readonly title: string; readonly others: readonly Other[] }) => (
  <Card title={title}>
    <ul>
      {others.map(({ id, number, title: what, state }) => (
        <li key={id}>
          <a href={`/matters/${id}`}>{`${number} ${what}`}</a> <StateTag state={state} />
        </li>
      ))}
    </ul>
  </Card>
);

/** The matters one was split into, those merged into it, and the one it is a part of. */
export const Kin = ({ matter: { parts, mergedFrom, splitFrom } }: { readonly matter: Pick<MatterAnswer, "parts" | "mergedFrom" | "splitFrom"> }) => (
  <>
    {splitFrom && <List title={text("matters.kin.splitFrom")} others={[splitFrom]} />}
    {parts.length > 0 && <List title={text("matters.kin.parts")} others={parts} />}
    {mergedFrom.length > 0 && <List title={text("matters.kin.mergedFrom")} others={mergedFrom} />}
  </>
);
