import { expect, test } from "vitest";
import { loadDoors } from "./load-doors.js";
import { pageFor } from "./page-for.js";
import { doorFile, makeDoorSources } from "./test-doors.js";

const pageAt = (path: string, sources = makeDoorSources(), language: "zh-CN" | "en" = "zh-CN") => {
  const doors = loadDoors(sources);
  return { html: String(pageFor(path, doors, { language }).body), release: doors.release };
};

test("hints at the door, the page, its stylesheet and every shared module they name", () => {
  const { html, release } = pageAt("/hello");

  for (const script of [
    `/_m/${release}/preact.js`,
    `/_m/${release}/web-kit.js`,
    `/_m/${release}/web-kit-table.js`,
    `/_p/hello/${release}/web-1.js`,
    `/_p/hello/${release}/Page-2.js`,
  ])
    expect(html).toContain(`<link rel="modulepreload" href="${script}">`);
  expect(html).toContain(`<link rel="stylesheet" href="/_p/hello/${release}/Page-3.css">`);
});

test("hints at no module that the page does not name", () => {
  const { html, release } = pageAt("/hello/new");

  expect(html).not.toContain("web-kit-table.js");
  expect(html).toContain(`/_p/hello/${release}/New-5.js`);
  expect(html).not.toContain(`href="/_p/hello/${release}/Page-2.js"`);
});

test("brings the page's stylesheet after the shell's, which orders the layers", () => {
  const { html, release } = pageAt("/hello");

  expect(html.indexOf(`href="/_p/hello/${release}/Page-3.css"`)).toBeGreaterThan(html.indexOf(`href="/assets/${release}/index-Cd2.css"`));
});

test("takes a literal address before one with a param", () => {
  const sources = makeDoorSources();

  expect(pageAt("/hello/new", sources).html).toContain("New-5.js");
  expect(pageAt("/hello/7", sources).html).toContain("One-4.js");
});

test("hints at the shell alone where no plugin has a page", () => {
  const { html, release } = pageAt("/nowhere/at/all");

  expect(html).toContain(`<link rel="modulepreload" href="/_m/${release}/web-kit.js">`);
  expect(html).not.toContain(`modulepreload" href="/_p/`);
});

test("hints at the cards on the first page, and nowhere else", () => {
  const sources = makeDoorSources();
  const { html, release } = pageAt("/", sources);

  for (const script of ["web-1.js", "Card-6.js"]) expect(html).toContain(`<link rel="modulepreload" href="/_p/hello/${release}/${script}">`);
  expect(pageAt("/settings", sources).html).not.toContain("Card-6.js");
});

test("holds the list of doors as data that cannot end its own block", () => {
  const sources = makeDoorSources({ door: doorFile({ pages: [{ path: "/hello", title: "</script><script>alert(1)</script>", js: [], css: [] }] }) });

  const { html } = pageAt("/hello", sources);

  const block = /<script type="application\/json" id="lianxin-doors">(.*?)<\/script>/.exec(html)?.[1] ?? "";
  expect((JSON.parse(block) as { pages: { title: string }[] }[])[0]?.pages[0]?.title).toBe("</script><script>alert(1)</script>");
  expect(html).not.toContain("<script>alert");
});

test("comes in the language asked for, with that language's texts under way", () => {
  const { html } = pageAt("/", makeDoorSources(), "en");

  expect(html).toContain('<html lang="en"');
  expect(html).toContain('href="/_m/messages/en.json"');
});

test("is made once per page and language", () => {
  const doors = loadDoors(makeDoorSources());

  const [one, other, english] = [
    pageFor("/hello/1", doors, { language: "zh-CN" }),
    pageFor("/hello/2", doors, { language: "zh-CN" }),
    pageFor("/hello/1", doors, { language: "en" }),
  ];

  expect(other).toBe(one);
  expect(english).not.toBe(one);
});

test("has the texts of one plugin alone under way where a public page of it is opened", () => {
  const door = doorFile({ pages: [{ path: "/hello", title: "hello.title", isPublic: true, js: [], css: [] }] });

  const [open, other] = [pageAt("/hello", makeDoorSources({ door })), pageAt("/elsewhere", makeDoorSources({ door }))];

  expect(open.html).toContain('href="/_m/messages/zh-CN/hello.json"');
  expect(other.html).toContain('href="/_m/messages/zh-CN.json"');
});

test("shows the heading of a public page before any script has come, and of no other page", () => {
  const door = doorFile({ pages: [{ path: "/hello", title: "hello.title", isPublic: true, js: [], css: [] }] });
  const doors = loadDoors(makeDoorSources({ door }));
  const at = (path: string) => String(pageFor(path, doors, { language: "zh-CN", texts: { "hello.title": "问好 & <再见>" } }).body);

  expect(at("/hello")).toContain("<main><h1>问好 &amp; &lt;再见&gt;</h1></main>");
  expect(at("/elsewhere")).not.toContain("<h1>");
});
