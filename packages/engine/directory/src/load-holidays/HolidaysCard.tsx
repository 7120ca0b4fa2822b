import { Await, browserPorts, ButtonLink, Card, dateOf, Notice, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import { planYears, type LoadedYear } from "./plan-years.js";

const said = ({ days, source, isFictional }: LoadedYear): string =>
  [t("directory.arrange.loaded", { days }), t("directory.arrange.source", { source }), isFictional && t("directory.page.fictional")].filter(Boolean).join(" ");

/** Which years are loaded and from where; without a year no working day of it is counted, and the card says so. */
export function HolidaysCard() {
  const holidays = useLoaded(() => api("GET /holidays"), []);
  return (
    <Card title={t("directory.page.holidaysCard")}>
      <Await of={holidays}>
        {({ years }) => (
          <ul class="lx-list">
            {planYears(years, dateOf(new Date(browserPorts.now()).toISOString())).map(({ year, loaded }) => (
              <li key={year}>
                <strong class="lx-num">{year}</strong>
                {loaded.map((one) => (
                  <span key={one.source}>{said(one)}</span>
                ))}
                {loaded.length === 0 && (
                  <Notice kind="warning">
                    <p>{t("directory.arrange.notLoadedNote", { year })}</p>
                    <ButtonLink href="/directory/import?kind=holidays">{t("directory.page.import")}</ButtonLink>
                  </Notice>
                )}
              </li>
            ))}
          </ul>
        )}
      </Await>
    </Card>
  );
}
