import { aMinutesPaper } from "../write-minutes/test-paper.js";
import { writeAssignmentSlip } from "./write-assignment-slip.js";
import { writeAssignmentList, writeAssignmentSheets } from "./write-assignment-list.js";
import { writeAgenda } from "./write-agenda.js";
import { writeAnswerSlip } from "./write-answer-slip.js";
import { writeBallot } from "./write-ballot.js";
import { writeClaimSlip } from "./write-claim-slip.js";
import { writeCodeSlip } from "./write-code-slip.js";
import { writeHandOverSlip } from "./write-hand-over-slip.js";
import { writeCloseOutSlip } from "./write-close-out-slip.js";
import { writeEntrancePoster } from "./write-entrance-poster.js";
import { writeRatingSheet } from "./write-rating-sheet.js";
import { writeDoorSheet } from "./write-door-sheet.js";
import { writeLedgerPage } from "./write-ledger-page.js";
import { writeMatterJourney } from "./write-matter-journey.js";
import { writePoster } from "./write-poster.js";
import { writeBadges } from "./write-badges.js";
import { writeConsentSheet } from "./write-consent-sheet.js";
import { writeLinkSheet } from "./write-link-sheet.js";
import { writePlanSheet } from "./write-plan-sheet.js";
import { writePublicMinutes } from "./write-public-minutes.js";
import { writeRaiseForm } from "./write-raise-form.js";
import { writeSignInSheet } from "./write-sign-in-sheet.js";
import { writeHoursCertificate } from "./write-hours-certificate.js";
import { writeVolunteerPoster } from "./write-volunteer-poster.js";
import { writeVisitBook } from "./write-visit-book.js";
import { writeMaterialList } from "./write-material-list.js";
import { writeTallySheet } from "./write-tally-sheet.js";

/** Each print sheet of the retaining wall's meeting, `text` placed in every field, for tests and for looking at the pages. */
export function everySheet(text = ""): Record<string, string> {
  const meeting = `光明路社区莲心议事会 2026 年第 9 次会议${text}`;
  const time = `2026年9月9日（星期三）下午3:00—4:30${text}`;
  const place = `光明路社区二楼会议室${text}`;
  const body = `光明路社区莲心议事会${text}`;
  const motion = `按“先拆除清理、再砌筑重建”推进小区东侧挡土墙的处理${text}`;
  const recordId = `M-2026-009${text}`;
  const people = Array.from({ length: 22 }, (_, index) => ({
    name: index % 2 ? `何志远${text}` : "王秀珍",
    unit: `和平苑 ${index + 1} 栋${text}`,
    standing: `代表${text}`,
    phoneTail: "19900001234",
  }));
  const issuer = `光明路社区居民委员会${text}`;
  const paper = aMinutesPaper();
  const lines = Array.from({ length: 3 }, (_, index) => ({
    number: `2026-000${index + 1}`,
    title: motion,
    place,
    origin: index === 0 ? "结转 2 次" : "新增",
    situation: `要接管网，估算 38 万元${text}`,
    done: `社区已疏通${text}`,
    obstacle: `社区没有经费${text}`,
    lead: `县城管局${text}`,
    supporting: [`县住建局${text}`],
    ...(index === 0 && { owner: `周工${text}`, dueOn: "2026-12-31", standard: `接入管网，无异味${text}` }),
  }));
  const assignments = { title: `11 月问题交办会${text}`, time, place, lines, recordId };
  const item = { ...paper.items[0]!, explanation: `情况说明，电话 19900001234。${text}` };
  return {
    poster: writePoster({
      body,
      time,
      place,
      matters: [`小区东侧挡土墙坍毁的处理${text}`, "车棚充电桩的选址"],
      audience: `议事会全体成员；居民可以旁听${text}`,
      contact: `社区办公室 0794-3612345${text}`,
      issuer,
      issuedOn: "2026-09-05",
      recordId,
    }),
    agenda: writeAgenda({
      ...{ meeting, time, place, recordId },
      lines: [
        { number: `1${text}`, depth: 0, title: motion, time: `15:00—15:05${text}`, minutes: 5 },
        { number: "1.1", depth: 1, title: "怎么拆", time: "15:05—15:25", minutes: 20 },
      ],
    }),
    door: writeDoorSheet({ meeting, time, place, code: `042917${text}`, link: "https://lianxin.example/meetings/check-in", recordId }),
    signIn: writeSignInSheet({ meeting, time, place, people, recordId }),
    timedSignIn: writeSignInSheet({ meeting: `扮靓周四 和平苑${text}`, time, place, people, hasTimes: true, recordId }),
    ballot: writeBallot({ body, motion, day: `2026年9月9日${text}`, count: 3, isNumbered: true }),
    tally: writeTallySheet({ meeting, time, place, expected: 21, motions: [{ text: motion, rule: `赞成票超过实到人数的半数${text}` }], recordId }),
    materials: writeMaterialList({ meeting, time, place, materials: [{ title: `挡土墙勘察报告${text}`, where: `居委会办公室${text}` }], recordId }),
    countedTally: writeTallySheet({
      ...{ meeting, time, place, expected: 86, counts: "户", recordId },
      motions: [
        {
          ...{ text: motion, rule: `赞成票超过实到人数的半数${text}`, counted: { handed: 60, returned: 58, yes: 45, no: 11, abstain: 0, invalid: 2 } },
          ...{ spoilt: [{ reason: `两项都勾了${text}`, papers: 2 }], notes: [`3栋101 托 何志远 投，凭：书面委托书${text}`] },
        },
      ],
    }),
    claim: writeClaimSlip({
      origin: "claimed",
      meeting,
      decision: motion,
      part: `拆除危墙并清运建筑垃圾${text}`,
      lead: `和平苑物业${text}`,
      owner: `吴琴${text}`,
      supporting: [`业委会${text}`],
      dueOn: "2026-09-20",
      evidence: `照片、过磅单${text}`,
      verifier: `业委会、何志远${text}`,
      recordId,
    }),
    assignmentList: writeAssignmentList(assignments),
    assignmentSheets: writeAssignmentSheets(assignments),
    assignment: writeAssignmentSlip({
      source: meeting,
      part: `拆除危墙并清运建筑垃圾${text}`,
      standard: `残墙拆完，渣土运走${text}`,
      lead: `和平苑物业${text}`,
      owner: `吴琴${text}`,
      supporting: [`业委会${text}`],
      assignedOn: "2026-09-09",
      dueOn: "2026-09-20",
      issuer,
      recordId,
    }),
    codeSlip: writeCodeSlip({
      ...{ part: `拆除危墙并清运建筑垃圾${text}`, standard: `残墙拆完，渣土运走${text}`, lead: `和平苑物业${text}`, owner: `吴琴${text}` },
      ...{ supporting: [`业委会${text}`], dueOn: "2026-09-20", issuer, recordId },
      code: { code: `7K3-F2${text}`, address: "https://lianxin.example/commitments/slip", link: "https://lianxin.example/commitments/slip?code=7K3-F2" },
    }),
    handOver: writeHandOverSlip({
      ...{ part: `拆除危墙并清运建筑垃圾${text}`, standard: `残墙拆完，渣土运走${text}`, giver: `和平苑物业　吴琴${text}` },
      ...{ taker: `和平苑业委会　陈国强${text}`, reason: `物业换了公司${text}`, dueOn: "2026-09-30", issuer, recordId },
    }),
    entrance: writeEntrancePoster({ community: `和平苑${text}`, contact: `社区办公室${text}`, link: "https://lianxin.example/matters/report", replyDays: 3 }),
    ratings: writeRatingSheet({
      community: `和平苑${text}`,
      title: `拆除危墙${text}`,
      address: "https://lianxin.example/commitments/rate",
      codes: [{ code: "7K3-F2", link: "https://lianxin.example/commitments/rate?code=7K3-F2" }],
    }),
    closeOut: writeCloseOutSlip({
      source: meeting,
      part: `拆除危墙并清运建筑垃圾${text}`,
      standard: `残墙拆完，渣土运走${text}`,
      lead: `和平苑物业${text}`,
      owner: `吴琴${text}`,
      supporting: [`业委会${text}`],
      dueOn: "2026-09-20",
      done: `渣土已清运${text}`,
      evidence: `照片 3 张、过磅单 2 张${text}`,
      check: `何志远到现场看过${text}`,
      ratings: `满意 3，基本满意 0，不满意 0${text}`,
      closedOn: "2026-09-21",
      issuer,
      recordId,
    }),
    visitBook: writeVisitBook({
      ...{
        title: `柳树坡村探访记录本${text}`,
        year: `2026年${text}`,
        headings: ["日期", `方式${text}`, "签名"],
        blankRows: 12,
        reminder: `用完锁进办公室${text}`,
      },
      sheets: ["何志远", "周桂兰"].map((name) => ({ name: `${name}${text}`, home: `柳树坡村 3组${text}`, helpers: [["A角", `刘敏${text}`] as const] })),
    }),
    ledger: writeLedgerPage({
      title: `任务台账${text}`,
      organisation: issuer,
      filledBy: `王秀珍${text}`,
      date: "2026-09-09",
      headings: ["序号", `事项${text}`],
      rows: [
        [1, `拆除${text}`],
        [2, null],
      ],
      isWritten: true,
      account: `上月 23 + 新增 9 = 销号 5 + 合并 1 + 在办 26${text}`,
    }),
    raiseForm: writeRaiseForm({ community: issuer, contact: `社区办公室 0794-3612345${text}`, replyDays: 3, filled: { title: motion, place }, recordId }),
    answerSlip: writeAnswerSlip({
      community: issuer,
      to: `周兰${text}`,
      number: recordId,
      title: motion,
      place,
      raisedOn: "2026-10-12",
      state: `已转办${text}`,
      answer: `已转给县城管局办理，有结果告诉您。${text}`,
      words: `污水要接管网，社区办不了。${text}`,
      contact: `社区办公室 0794-3612345${text}`,
      writtenOn: "2026-10-13",
      recordId,
    }),
    journey: writeMatterJourney({
      community: issuer,
      number: recordId,
      title: motion,
      place,
      reporter: `不留名${text}`,
      raisedAt: "2026年10月12日 20:41",
      state: `已分办${text}`,
      responseTime: "11 小时 49 分",
      bounces: 1,
      steps: [{ at: "10月13日 08:30", step: "接单", by: `叶青${text}`, words: motion }],
      parts: [
        { number: "2026-0001-1", title: motion, state: `办结${text}`, owner: `周师傅${text}`, dueOn: "2026年10月25日", steps: [] },
        { number: "2026-0001-2", title: motion, state: "已上报", steps: [{ at: "10月28日 10:00", step: "上报", by: "", words: motion }] },
      ],
      printedOn: "2026年12月28日",
      recordId,
    }),
    volunteerPoster: writeVolunteerPoster({
      title: `扮靓周四${text}`,
      when: `每周四 8:30—10:30${text}`,
      meetingPoint: place,
      work: `楼道、扶手、小广告、堆积物、绿化${text}`,
      tools: `自带水杯${text}`,
      hazards: `不登高，不碰电箱${text}`,
      contact: `社区办公室 0794-3612345${text}`,
      issuer,
      link: "https://lianxin.example/volunteer-days/thursday",
    }),
    hoursCertificate: writeHoursCertificate({
      number: `2026-0007${text}`,
      name: `徐梅${text}`,
      hours: `9 小时 10 分${text}`,
      from: "2026-09-17",
      to: "2026-10-31",
      services: [{ day: "2026-09-24", title: `扮靓周四${text}`, place: `和平苑${text}`, work: `楼道、扶手${text}`, time: "1 小时 10 分" }],
      issuer,
      handler: `王秀珍${text}`,
      contact: `社区办公室 0794-3612345${text}`,
      issuedOn: "2026-10-31",
      proof: "https://lianxin.example/volunteer-days/certificates#WyJMWDEiXQ.c2ln",
    }),
    consentSheet: writeConsentSheet({
      home: `上湾村儿童之家${text}`,
      director: `罗婷${text}`,
      activity: `防溺水和阅读${text}`,
      purposes: [{ title: `拍照${text}`, words: `我同意拍照${text}` }],
      textVersion: `2026-1${text}`,
      citation: `《个人信息保护法》${text}`,
      aloneFrom: 12,
    }),
    badges: writeBadges({
      home: `上湾村儿童之家${text}`,
      activity: `阅读${text}`,
      noPhoto: `不拍照${text}`,
      badges: Array.from({ length: 9 }, (_, i) => ({ name: `孩子${i}${text}`, mayBePhotographed: i % 2 === 0 })),
    }),
    planSheet: writePlanSheet({
      ...{ title: `活动方案${text}`, subject: `防溺水和阅读${text}`, version: `第 1 版${text}` },
      facts: [
        [`目的${text}`, `暑期托管${text}`],
        [`保险${text}`, ""],
      ],
      signatures: [
        { label: `儿童主任${text}`, name: `罗婷${text}`, day: "2027-07-05" },
        { label: "社区", name: "", day: "" },
      ],
    }),
    linkSheet: writeLinkSheet({
      title: `孩子的资料${text}`,
      home: `上湾村儿童之家${text}`,
      link: "https://lianxin.example/children-activities/guardian/1/k",
      lines: [`只有您能打开${text}`],
      issuedOn: "2027年7月5日",
    }),
    publicMinutes: writePublicMinutes({
      ...paper,
      title: `${paper.title}${text}`,
      items: [item],
      presentCount: 16,
      nonVotingCount: 1,
      postedFrom: "2026-09-11",
      postedTo: "2026-09-18",
      contact: `社区办公室 0794-3612345${text}`,
      recordId,
    }),
  };
}
