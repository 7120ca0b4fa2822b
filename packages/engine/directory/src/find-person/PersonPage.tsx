import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, Button, Card, mayAnywhere, Meta, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { GitMerge, Pencil, Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { EraseCard } from "../erase-person/EraseCard.js";
import { EditPersonDialog } from "../edit-person/EditPersonDialog.js";
import { GiveRoleDialog } from "../give-role/GiveRoleDialog.js";
import { RoleList } from "../give-role/RoleList.js";
import { CalendarCard } from "../keep-calendar/CalendarCard.js";
import { MergeDialog } from "../merge-people/MergeDialog.js";
import { MergedNotice } from "../merge-people/MergedNotice.js";
import { ConsentCard } from "../record-consent/ConsentCard.js";
import { AccountCard } from "../link-account/AccountCard.js";
import { ProxyCard } from "../appoint-proxy/ProxyCard.js";
import { ChannelCard } from "../show-contact/ChannelCard.js";

export type Person = Awaited<ReturnType<typeof load>>;
const load = (personId: string) => api("GET /people/:personId", { params: { personId } });

const Facts = ({ person }: { readonly person: Person }) => (
  <SummaryList
    rows={[
      { label: t("directory.page.place"), value: person.places.map((place) => place.name).join(" › ") },
      ...(person.sex ? [{ label: t("directory.page.sex"), value: t(person.sex === "female" ? "directory.sex.female" : "directory.sex.male") }] : []),
      ...(person.birthYear ? [{ label: t("directory.page.birthYear"), value: String(person.birthYear) }] : []),
      ...(person.aliases.length > 0 ? [{ label: t("directory.page.aliases"), value: person.aliases.map((alias) => alias.name).join("、") }] : []),
    ]}
  />
);

type Asking = "edit" | "role" | "merge" | undefined;

/** Everything about one person; what may be changed depends on who looks. */
export function PersonView({ person, reload }: { readonly person: Person; readonly reload: () => Promise<void> }) {
  const asking = useSignal<Asking>(undefined);
  const dialog = (which: Asking) => ({ person, isOpen: asking.value === which, onClose: () => (asking.value = undefined), onDone: reload });
  return (
    <>
      <PageHead title={person.fullName} note={<Meta>{[person.distinction, ...person.roles.filter((role) => role.isCurrent).map((role) => role.title)]}</Meta>}>
        {mayAnywhere("directory.edit") && (
          <>
            <Button icon={GitMerge} onClick={() => (asking.value = "merge")}>
              {t("directory.page.merge")}
            </Button>
            <Button icon={Pencil} data-key="e" onClick={() => (asking.value = "edit")}>
              {t("directory.page.edit")}
            </Button>
          </>
        )}
        {mayAnywhere("directory.giveRoles") && (
          <Button look="filled" icon={Plus} onClick={() => (asking.value = "role")}>
            {t("directory.page.giveRole")}
          </Button>
        )}
      </PageHead>
      <MergedNotice person={person} onDone={reload} />
      <div class="lx-two">
        <div class="lx-stack">
          <Card title={t("directory.page.person")}>
            <Facts person={person} />
          </Card>
          <RoleList person={person} onDone={reload} />
          <ChannelCard person={person} onDone={reload} />
          <ConsentCard person={person} onDone={reload} />
        </div>
        <div class="lx-stack">
          <CalendarCard person={person} onDone={reload} />
          <ProxyCard person={person} onDone={reload} />
          <AccountCard person={person} onDone={reload} />
          <EraseCard person={person} />
        </div>
      </div>
      <EditPersonDialog {...dialog("edit")} />
      <GiveRoleDialog {...dialog("role")} />
      <MergeDialog {...dialog("merge")} />
    </>
  );
}

/** One person: who they are, what they hold and held, how to reach them. */
export default function PersonPage() {
  const { personId = "" } = useRoute().params;
  const person = useLoaded(() => load(personId), [personId]);
  return <Await of={person}>{(value) => <PersonView person={value} reload={person.reload} />}</Await>;
}
