import { Card, Status, SummaryList } from "@lianxin/web-kit";
import { text } from "../api.js";
import { tellNeed } from "../convene-meeting/need-words.js";
import { tellRules, type ShownBody } from "./body-words.js";

/** By which rules a body meets, and whether its seats are made up as they ask, with what is short. */
export const Composition = ({ body: { pack, composition } }: { readonly body: ShownBody }) => (
  <Card title={text("meetings.body.rules")}>
    <SummaryList
      rows={[
        { label: text("meetings.poll.rules"), value: tellRules(pack) },
        { label: text("meetings.body.quorum"), value: tellNeed(pack) },
        ...composition.map(({ of, total, present, need, isReached }) => ({
          label: text(`meetings.group.${of}`),
          value: (
            <>
              <Status
                kind={isReached ? "done" : "gap"}
                word={isReached ? text("meetings.body.enough") : text("meetings.body.short", { count: need - present })}
              />{" "}
              {text("meetings.body.share", { total, present, need })}
            </>
          ),
        })),
      ]}
    />
    {composition.length === 0 && <p class="lx-hint">{text("meetings.body.noShare")}</p>}
    {composition.some(({ isReached }) => !isReached) && <p class="lx-hint">{text("meetings.body.shortHint")}</p>}
  </Card>
);
