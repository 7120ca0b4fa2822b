import { Await, ButtonLink, EmptyState, mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** For who may open a home: the next step to it, the duties while nobody confirmed them, else the home itself. */
function Begin({ hadOne }: { readonly hadOne: boolean }) {
  const loaded = useLoaded(() => api("GET /duties"), []);
  return (
    <Await of={loaded}>
      {({ confirmed }) =>
        confirmed.length === 0 ? (
          <EmptyState why={text("children-activities.week.none")}>
            <ButtonLink href="/children-activities/duties" look="filled">
              {text("children-activities.week.begin")}
            </ButtonLink>
          </EmptyState>
        ) : (
          <EmptyState why={text(hadOne ? "children-activities.week.noneOpen" : "children-activities.week.noneYet")}>
            <ButtonLink href="/children-activities/open-home" look="filled">
              {text("children-activities.home.open")}
            </ButtonLink>
          </EmptyState>
        )
      }
    </Await>
  );
}

/** No home, or none that is open any more: the way to one for who may open it, whom to ask for everybody else. */
export const NoHome = ({ hadOne = false }: { readonly hadOne?: boolean }) =>
  mayAnywhere("children-activities.confirm") ? (
    <Begin hadOne={hadOne} />
  ) : (
    <EmptyState why={text(hadOne ? "children-activities.week.noneOpenAsk" : "children-activities.week.noneAsk")} />
  );
