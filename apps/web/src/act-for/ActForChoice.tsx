import { actFor, session, t } from "@lianxin/web-kit";

/** Changes whom this tab acts for; the page opens anew, since everything on it was the other one's. */
const change = async (personId: string): Promise<void> => {
  await actFor(personId);
  location.assign("/");
};

/** For whom this account acts now; shown where it may act for more than one. */
export function ActForChoice() {
  const who = session.value;
  const [actsFor, person] = [who?.actsFor ?? [], who?.person];
  if (actsFor.length < 2) return null;
  return (
    <label class="frame-acting">
      <span>{t("shell.actFor")}</span>
      <select class="lx-input" value={person?.id ?? ""} onChange={(event) => void change(event.currentTarget.value)}>
        {actsFor.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
