import { ButtonLink, EmptyState, mayAnywhere } from "@lianxin/web-kit";
import { text } from "../api.js";

/** No home yet: the way to the first one for who may open it, whom to ask for everybody else. */
export const NoHome = () =>
  mayAnywhere("children-activities.confirm") ? (
    <EmptyState why={text("children-activities.week.none")}>
      <ButtonLink href="/children-activities/duties" look="filled">
        {text("children-activities.week.begin")}
      </ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState why={text("children-activities.week.noneAsk")} />
  );
