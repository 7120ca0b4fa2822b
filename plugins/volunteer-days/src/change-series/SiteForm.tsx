import { Dialog } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { useState } from "preact/hooks";
import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";
import { countCheck, countOf } from "../plan-days/series-values.js";
import type { Series, SeriesProps } from "./SeriesPage.js";

type Site = Series["sites"][number];
interface SiteFormProps extends SeriesProps {
  readonly site: Site;
  readonly onClose: () => void;
}

/** The work, the meeting point and the size of the team of one site; who would be told of another meeting point is said before. */
export function SiteForm({ series, site, onClose, onDone }: SiteFormProps) {
  const [people, count] = useState(0);
  const form = useForm({
    start: { work: site.work, meetingPoint: site.meetingPoint ?? "", least: String(site.least), most: String(site.most), hasLeader: site.hasLeader },
    check: ({ work, least, most }) => ({
      work: needed(work, text("volunteer-days.new.work")),
      least: countCheck(least),
      most: countCheck(most) ?? (countOf(most) < countOf(least) ? text("volunteer-days.new.turned") : undefined),
    }),
    send: async ({ work, meetingPoint, least, most, hasLeader }) => {
      const params = { seriesId: series.id, siteId: site.id };
      const body = { work, meetingPoint: meetingPoint.trim() || null, least: countOf(least), most: countOf(most), hasLeader };
      const found = people > 0 ? 0 : (await api("PUT /series/:seriesId/sites/:siteId", { params, body: { ...body, isTry: true } })).people;
      count(found);
      return found > 0 ? undefined : api("PUT /series/:seriesId/sites/:siteId", { params, body });
    },
    onDone: async (done) => {
      if (!done) return;
      onClose();
      sayTold(series.id, text("volunteer-days.series.siteChanged", { people: done.people, promoted: done.promoted }), done);
      await onDone();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={text("volunteer-days.series.editTitle", { name: site.name })}>
      <Form form={form} submit={people > 0 ? text("volunteer-days.series.submit") : text("volunteer-days.series.edit")}>
        <TextField name="work" label={text("volunteer-days.new.work")} maxLength={100} />
        <TextField
          name="meetingPoint"
          label={text("volunteer-days.series.siteMeet")}
          hint={text("volunteer-days.series.siteMeet.hint", { place: series.meetingPoint })}
          isOptional
          maxLength={100}
        />
        <TextField name="least" label={text("volunteer-days.series.least")} keyboard="numeric" width="short" />
        <TextField name="most" label={text("volunteer-days.series.most")} hint={text("volunteer-days.series.size.hint")} keyboard="numeric" width="short" />
        <TickField name="hasLeader" label={text("volunteer-days.series.leader")} hint={text("volunteer-days.series.leader.hint")} />
        {people > 0 && <p role="status">{text("volunteer-days.series.tells", { count: people })}</p>}
      </Form>
    </Dialog>
  );
}
