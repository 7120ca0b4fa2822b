import { useSignal } from "@preact/signals";
import { Await, Card, Chips, EmptyState, Meta, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import { roleKinds, type RoleKind } from "../words.js";

type Kind = Exclude<RoleKind, "resident">;
const kinds = roleKinds.filter((kind): kind is Kind => kind !== "resident");
const may = (kind: Kind): string => t(`directory.may.${kind}`);

/** Who holds a role today, kind by kind, and what that kind may do. */
export default function RolesPage() {
  const kind = useSignal<Kind>("administrator");
  const people = useLoaded(() => api("GET /people", { query: { role: kind.value } }), [kind.value], { keepsOld: true });
  return (
    <>
      <PageHead title={t("directory.settings.rolesHeading")} note={t("directory.settings.rolesNote")} />
      <div class="lx-stack">
        <Chips
          label={t("directory.page.role")}
          chosen={kind.value}
          onChoose={(chosen) => (kind.value = chosen)}
          options={kinds.map((value) => ({ value, label: t(`directory.role.${value}`) }))}
        />
        <Card title={t(`directory.role.${kind.value}`)}>
          <p>{may(kind.value)}</p>
          <Await of={people}>
            {({ people, next }) => (
              <>
                {people.length === 0 && <EmptyState why={t("directory.settings.nobody")} />}
                <ul class="lx-list">
                  {people.map((person) => (
                    <li key={person.id}>
                      <Meta>
                        {[
                          <a href={`/directory/people/${person.id}`}>{person.fullName}</a>,
                          ...person.roles
                            .filter((role) => role.kind === kind.value)
                            .flatMap((role) => [role.title, role.placeName, role.toOn && t("directory.page.until", { day: role.toOn })]),
                        ]}
                      </Meta>
                    </li>
                  ))}
                </ul>
                {next && <a href="/directory">{t("directory.settings.seeAll")}</a>}
              </>
            )}
          </Await>
        </Card>
      </div>
    </>
  );
}
