const folder = "docs/adr";

/** "One lane for writes!" → "one-lane-for-writes". */
const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** Writes the next numbered decision: what, why, and what would change our mind. */
module.exports = async function adr(tree, { title, decision, why, unless }) {
  if (slug(title) === "") throw new Error(`"${title}" gives no file name. Maybe write the title in English.`);
  const taken = tree.children(folder).map((name) => Number.parseInt(name, 10));
  const number = Math.max(0, ...taken.filter((n) => !Number.isNaN(n))) + 1;
  const text = `# ${number}. ${title}\n\n**Decision.** ${decision}\n\n**Why.** ${why}\n\n**What would change our mind.** ${unless}\n`;
  tree.write(`${folder}/${String(number).padStart(4, "0")}-${slug(title)}.md`, text);
};
