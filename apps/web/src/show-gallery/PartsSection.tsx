import { Button, Card, EmptyState, Meta, Notice, Skeleton, Status, statusIcons, StepIndicator, SummaryList, t, type StatusKind } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";

const kinds = Object.keys(statusIcons) as StatusKind[];

/** Buttons, statuses, steps, summary, notices, empty and loading states. */
export const PartsSection = () => (
  <>
    <Card title={t("gallery.buttons")}>
      <div class="lx-actions">
        <Button look="filled" icon={Plus}>
          {t("gallery.filled")}
        </Button>
        <Button>{t("gallery.outlined")}</Button>
        <Button look="soft">{t("gallery.soft")}</Button>
        <Button look="plain">{t("gallery.plain")}</Button>
        <Button look="danger">{t("gallery.danger")}</Button>
        <Button aria-disabled>{t("gallery.outlined")}</Button>
      </div>
    </Card>
    <Card title={t("gallery.statuses")}>
      <div class="lx-actions">
        {kinds.map((kind) => (
          <Status key={kind} kind={kind} />
        ))}
        <Status kind="late" word={t("gallery.late")} />
      </div>
    </Card>
    <Card title={t("gallery.steps")}>
      <StepIndicator label={t("gallery.steps")} at={2} steps={[1, 2, 3, 4, 5].map((step) => ({ label: t(`gallery.step${step}`), href: "#main" }))} />
      <p class="lx-hint">
        <Meta>{[1, 2, 3].map((step) => t(`gallery.step${step}`))}</Meta>
      </p>
    </Card>
    <Card title={t("gallery.summary")}>
      <SummaryList
        rows={[
          { label: t("gallery.lead"), value: t("gallery.owner"), change: { word: t("gallery.change"), href: "#main" } },
          { label: t("gallery.due"), value: <Status kind="soon" /> },
          { label: t("gallery.how"), value: <a href="#main">{t("gallery.howMissing")}</a> },
        ]}
      />
    </Card>
    <Card title={t("gallery.notices")}>
      <div class="lx-stack">
        <Notice>{t("gallery.info")}</Notice>
        <Notice kind="warning">{t("gallery.warning")}</Notice>
        <Notice kind="done">{t("gallery.done")}</Notice>
        <EmptyState why={t("gallery.empty")}>
          <Button look="soft">{t("gallery.emptyVerb")}</Button>
        </EmptyState>
        <Skeleton />
      </div>
    </Card>
  </>
);
