import type { ComponentChildren } from "preact";
import { Button } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { t, type api } from "../browser.js";
import { ShowPhone } from "../show-contact/ShowPhone.js";

type Line = Awaited<ReturnType<typeof api<"GET /people">>>["people"][number];

interface PeopleTableProps {
  readonly people: readonly Line[];
  readonly empty: ComponentChildren;
  readonly onBack: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

const rolesOf = ({ roles }: Line): string =>
  roles
    .map(({ title, toOn, organizationName }) => [organizationName, title, toOn && t("directory.page.until", { day: toOn })].filter(Boolean).join(" "))
    .join("、");

/** The people of one page of the list; on a phone a card each. */
export const PeopleTable = ({ people, empty, onBack, onNext }: PeopleTableProps) => (
  <>
    <DataTable
      label={t("directory.page.title")}
      rows={people}
      keyOf={(row) => row.id}
      empty={empty}
      columns={[
        { id: "name", head: t("directory.page.name"), onPhone: "title", cell: (row) => <Name row={row} /> },
        { id: "roles", head: t("directory.page.roles"), cell: (row) => rolesOf(row) },
        { id: "place", head: t("directory.page.place"), cell: (row) => row.placeName },
        {
          id: "phone",
          head: t("directory.page.phone"),
          onPhone: "act",
          cell: (row) => row.phone && <ShowPhone personId={row.id} name={row.fullName} masked={row.phone} />,
        },
      ]}
    />
    {(onBack ?? onNext) && (
      <nav class="directory-pages" aria-label={t("directory.page.pages")}>
        <Button aria-disabled={!onBack} onClick={() => onBack?.()}>
          {t("directory.page.back")}
        </Button>
        <Button aria-disabled={!onNext} onClick={() => onNext?.()}>
          {t("directory.page.next")}
        </Button>
      </nav>
    )}
  </>
);

const Name = ({ row }: { readonly row: Line }) => (
  <a href={`/directory/people/${row.id}`}>
    {row.fullName}
    {row.distinction && t("directory.page.note", { note: row.distinction })}
  </a>
);
