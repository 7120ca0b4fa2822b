import { useSignal } from "@preact/signals";
import { Button, Card, Chips, EmptyState, Status, t, Tabs, TaskList, type StatusKind, type Task } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";

const sample = [
  { id: "1", kind: "gap", title: "gallery.task3", why: ["gallery.noOwner"], verb: "gallery.assign" },
  { id: "2", kind: "late", title: "gallery.task1", why: ["gallery.owner", "gallery.reminded"], verb: "gallery.urge" },
  { id: "3", kind: "soon", title: "gallery.task2", why: ["gallery.owner"], verb: "gallery.ask" },
] as const;
const taskOf = ({ id, kind, title, why, verb }: (typeof sample)[number]): Task => ({
  id,
  status: { kind },
  title: t(title),
  href: `/gallery?${id}`,
  why: why.map((key) => t(key)),
  act: (
    <Button look="soft" aria-label={`${t(verb)}：${t(title)}`}>
      {t(verb)}
    </Button>
  ),
});

function Tasks() {
  const chosen = useSignal<"all" | StatusKind>("all");
  const shown = sample.filter(({ kind }) => chosen.value === "all" || kind === chosen.value);
  const options = [
    { value: "all" as const, label: t("gallery.all"), count: sample.length },
    ...sample.map(({ kind }) => ({ value: kind, label: t(`web.status.${kind}`), count: 1 })),
  ];
  return (
    <Card
      title={t("gallery.tasks")}
      isFlush
      aside={<Chips<"all" | StatusKind> label={t("gallery.filter")} options={options} chosen={chosen.value} onChoose={(value) => (chosen.value = value)} />}
    >
      <TaskList tasks={shown.map(taskOf)} />
    </Card>
  );
}

const rows = Array.from({ length: 120 }, (_, index) => ({ ...sample[index % 3]!, id: String(index), days: (index * 7) % 31 }));

/** A list for scanning and a table for comparing. */
export const ListsSection = () => (
  <>
    <Tabs
      label={t("gallery.tabs")}
      here="/gallery"
      tabs={[
        { href: "/gallery", label: t("gallery.tasks"), count: 3 },
        { href: "/gallery?table", label: t("gallery.table"), count: 120 },
      ]}
    />
    <Tasks />
    <Card title={t("gallery.table")} isFlush>
      <DataTable
        label={t("gallery.table")}
        rows={rows}
        keyOf={(row) => row.id}
        pageSize={6}
        startOrder={{ column: "days", direction: "descending" }}
        empty={<EmptyState why={t("gallery.empty")} />}
        columns={[
          { id: "kind", head: t("gallery.statuses"), cell: (row) => <Status kind={row.kind} /> },
          {
            id: "title",
            head: t("gallery.matter"),
            cell: (row) => <a href={`/gallery?${row.id}`}>{t(row.title)}</a>,
            sort: (row) => t(row.title),
            onPhone: "title",
          },
          { id: "lead", head: t("gallery.lead"), cell: () => t("gallery.owner") },
          { id: "days", head: t("gallery.days"), cell: (row) => row.days, sort: (row) => row.days, isNumber: true },
          { id: "act", head: t("gallery.open"), cell: (row) => <Button look="soft">{t(row.verb)}</Button>, onPhone: "act" },
        ]}
      />
    </Card>
  </>
);
