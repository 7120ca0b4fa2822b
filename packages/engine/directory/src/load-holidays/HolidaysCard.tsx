import { Await, ButtonLink, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";

/** Which years are loaded and from where; without a year no working day of it is counted. */
export function HolidaysCard() {
  const holidays = useLoaded(() => api("GET /holidays"), []);
  return (
    <Card title={t("directory.page.holidaysCard")}>
      <Await of={holidays}>
        {({ years }) =>
          years.length === 0 ? (
            <EmptyState why={t("directory.page.noHolidays")}>
              <ButtonLink href="/directory/import">{t("directory.page.import")}</ButtonLink>
            </EmptyState>
          ) : (
            <ul>
              {years.map((row) => (
                <li key={`${row.year} ${row.source}`}>
                  {t("directory.page.daysOf", { year: row.year, days: row.days, source: row.source })}
                  {row.isFictional && t("directory.page.fictional")}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Card>
  );
}
