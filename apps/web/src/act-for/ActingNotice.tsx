import { Notice, session, t } from "@lianxin/web-kit";

/** Says that everything on this page is done for somebody else. */
export function ActingNotice() {
  const who = session.value;
  const [actsFor, person] = [who?.actsFor ?? [], who?.person];
  if (!person || actsFor.length < 2 || actsFor[0]!.id === person.id) return null;
  return <Notice>{t("shell.actingFor", { name: person.name })}</Notice>;
}
