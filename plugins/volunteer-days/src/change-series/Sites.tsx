import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Series, SeriesProps } from "./SeriesPage.js";
import { sayTold } from "../tell-volunteers/ToCall.js";
import { SiteForm } from "./SiteForm.js";

type Site = Series["sites"][number];
type Count = Awaited<ReturnType<typeof closing>>;
const closing = (seriesId: string, siteId: string, isTry: boolean) =>
  api("POST /series/:seriesId/sites/:siteId/close", { params: { seriesId, siteId }, body: { isTry } });

/** How many a closing concerns, before it is done. */
const CloseDialog = ({ asked: { site, count }, onClose, onConfirm }: { asked: { site: Site; count: Count }; onClose(): void; onConfirm(): Promise<void> }) => (
  <ConfirmDialog
    isOpen
    onClose={onClose}
    title={text("volunteer-days.series.closeAsk", { name: site.name })}
    verb={text("volunteer-days.series.close")}
    onConfirm={onConfirm}
  >
    <p>{text("volunteer-days.series.closeNote", { count: count.stillComing })}</p>
    {count.waiting > 0 && <p>{text("volunteer-days.series.closeWaiting", { count: count.waiting })}</p>}
    <p>{text("volunteer-days.series.closeBack")}</p>
  </ConfirmDialog>
);

/** Where the teams of a series go: each can be changed, closed, and opened again. */
export function Sites({ series, onDone }: SeriesProps) {
  const [asked, ask] = useState<{ site: Site; count: Count } | undefined>(undefined);
  const [changing, change] = useState<Site | undefined>(undefined);
  const close = async ({ id, name }: Site) => {
    const { stillComing, moved, ended, told, toCall } = await closing(series.id, id, false);
    await onDone();
    const said = text("volunteer-days.series.closed", { count: stillComing, moved, ended });
    // Who waited and was moved or told that it is over does not come back by opening it again: that is no undo.
    sayTold(series.id, said, { told, toCall }, moved + ended === 0 ? { undo: () => reopen({ id, name }) } : {});
  };
  const reopen = async ({ id, name }: Pick<Site, "id" | "name">) => {
    await api("POST /series/:seriesId/sites/:siteId/reopen", { params: { seriesId: series.id, siteId: id } });
    await onDone();
    toast(text("volunteer-days.series.reopened", { name }));
  };
  return (
    <>
      <ul class="series-sites">
        {series.sites.map((site) => (
          <li key={site.id}>
            <span>
              {site.name} <span class="lx-hint">{site.isClosed ? text("volunteer-days.series.isClosed") : site.work}</span>
            </span>
            <span class="lx-actions">
              {site.isClosed ? (
                <ActButton look="plain" aria-label={`${text("volunteer-days.series.reopen")} ${site.name}`} onAct={() => reopen(site)}>
                  {text("volunteer-days.series.reopen")}
                </ActButton>
              ) : (
                <>
                  <Button look="plain" aria-label={`${text("volunteer-days.series.edit")} ${site.name}`} onClick={() => change(site)}>
                    {text("volunteer-days.series.edit")}
                  </Button>
                  <ActButton
                    look="plain"
                    aria-label={`${text("volunteer-days.series.close")} ${site.name}`}
                    onAct={async () => ask({ site, count: await closing(series.id, site.id, true) })}
                  >
                    {text("volunteer-days.series.close")}
                  </ActButton>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {asked && <CloseDialog asked={asked} onClose={() => ask(undefined)} onConfirm={() => close(asked.site)} />}
      {changing && <SiteForm key={changing.id} series={series} site={changing} onClose={() => change(undefined)} onDone={onDone} />}
    </>
  );
}
