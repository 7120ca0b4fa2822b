import { useSignal } from "@preact/signals";
import { browserPorts, Button, Card, dateOf, dayText, EmptyState, mayAnywhere, Meta } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";

type Role = Person["roles"][number];
const termOf = ({ fromOn, toOn }: Role): string => `${dayText(fromOn, { year: true })} — ${toOn ? dayText(toOn, { year: true }) : t("directory.page.open")}`;

const RoleLine = ({ role, onEnd }: { readonly role: Role; readonly onEnd: (() => void) | undefined }) => (
  <li>
    <Meta>{[role.organizationName, <strong>{role.title}</strong>, role.placeName, termOf(role)]}</Meta>
    {onEnd && (
      <Button look="soft" aria-label={t("directory.page.endOf", { title: role.title })} onClick={onEnd}>
        {t("directory.page.end")}
      </Button>
    )}
  </li>
);

/** What a person holds and what they held; a role ends with a day, it never vanishes. */
export function RoleList({ person, onDone }: { readonly person: Person; readonly onDone: () => Promise<void> }) {
  const ending = useSignal<Role | undefined>(undefined);
  const lists = [person.roles.filter((role) => role.isCurrent), person.roles.filter((role) => !role.isCurrent)] as const;
  const end = async (role: Role) => {
    await api("POST /roles/:roleId/end", { params: { roleId: role.id }, body: { lastOn: dateOf(new Date(browserPorts.now()).toISOString()) } });
    await onDone();
  };
  return (
    <Card title={t("directory.page.holds")}>
      {person.roles.length === 0 && <EmptyState why={t("directory.page.noRole")} />}
      <ul class="lx-list">
        {lists[0].map((role) => (
          <RoleLine key={role.id} role={role} onEnd={mayAnywhere("directory.giveRoles") ? () => (ending.value = role) : undefined} />
        ))}
      </ul>
      {lists[1].length > 0 && <h3>{t("directory.page.held")}</h3>}
      <ul class="lx-list">
        {lists[1].map((role) => (
          <RoleLine key={role.id} role={role} onEnd={undefined} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={ending.value !== undefined}
        onClose={() => (ending.value = undefined)}
        title={t("directory.page.endOf", { title: ending.value?.title ?? "" })}
        verb={t("directory.page.endToday")}
        onConfirm={() => end(ending.value!)}
      >
        <p>{t("directory.page.endNote", { name: person.fullName })}</p>
      </ConfirmDialog>
    </Card>
  );
}
