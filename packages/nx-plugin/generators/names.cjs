const wanted = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** "book-corner" in every form it is written in: { kebab, camel, pascal, snake }. Throws for anything but small letters, digits and single hyphens. */
function namesOf(name, what) {
  if (!wanted.test(name)) throw new Error(`"${name}" is no name for a ${what}: small letters, digits and single hyphens. Maybe "${suggest(name)}".`);
  const camel = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  return { kebab: name, camel, pascal: camel[0].toUpperCase() + camel.slice(1), snake: name.replaceAll("-", "_") };
}

const suggest = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "") || "book-corner";

/** Today in the communities' zone, "2026-12-01": the day a new file is dated with. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

module.exports = { namesOf, today };
