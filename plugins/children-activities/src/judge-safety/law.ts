/** What the law or its proposed reading asks, as of a day: dated, cited, and marked when nobody checked the text. */
export interface Duty {
  readonly from: string;
  readonly citation: string;
  readonly isVerified: boolean;
}
export interface SafeguardingLaw {
  /** A record check holds so many months after its day. */
  readonly checkMonths: Duty & { readonly value: number };
  /** Under this age nothing is written without a guardian's consent. Ours asks for every child that may come, so for all under 16. */
  readonly consentUnder: Duty & { readonly value: number };
  /** From this age a guardian may allow a child to go home alone. */
  readonly aloneFrom: Duty & { readonly value: number };
  /** Minutes between two head counts at the most. */
  readonly countMinutes: Duty & { readonly value: number };
  /** Minutes between two calls to the family of a child nobody collected. */
  readonly callMinutes: Duty & { readonly value: number };
  /** Minutes after the end at which a child nobody collected is reported further. */
  readonly uncollectedMinutes: Duty & { readonly value: number };
  /** So many minutes after a child was marked as there, or an adult as gone, whoever leads may take that back; later the director alone, since it is no way home. */
  readonly undoMinutes: Duty & { readonly value: number };
  /** So many minutes after the end an adult on duty reads nothing any more, unless a child is there still. */
  readonly leadMinutes: Duty & { readonly value: number };
  /** For so many days the director is told that a list lost a child. */
  readonly tellOffDays: Duty & { readonly value: number };
  /** Fewer children than this are not shown in statistics. */
  readonly smallestCell: Duty & { readonly value: number };
  /** Whoever works with children's data reads no more than the duty needs, and each reading is written down. */
  readonly readingLog: Duty;
}

export const law: SafeguardingLaw = {
  checkMonths: {
    value: 12,
    from: "2021-06-01",
    citation: "《未成年人保护法》第六十二条：录用时查询并每年定期查询；用于村级志愿者是地方约定",
    isVerified: true,
  },
  consentUnder: {
    value: 16,
    from: "2021-11-01",
    citation: "《个人信息保护法》第三十一条（不满十四周岁）；本插件对所有不满十六周岁的孩子同样要求",
    isVerified: true,
  },
  aloneFrom: { value: 12, from: "2021-06-01", citation: "地方约定：12 岁以上，监护人书面同意并写明路线", isVerified: false },
  countMinutes: { value: 30, from: "2021-06-01", citation: "地方约定：每 30 分钟及每次换地方点名", isVerified: false },
  callMinutes: { value: 5, from: "2021-06-01", citation: "地方约定：没人接的孩子，每隔 5 分钟打一次，共打三次", isVerified: false },
  uncollectedMinutes: { value: 30, from: "2021-06-01", citation: "地方约定：打三次电话，30 分钟后报书记、派出所", isVerified: false },
  undoMinutes: { value: 15, from: "2021-06-01", citation: "地方约定：签到按错了，15 分钟内可以改；过后只有儿童主任能改", isVerified: false },
  leadMinutes: {
    value: 360,
    from: "2024-01-01",
    citation: "《未成年人网络保护条例》第三十六条：最小授权；当班的大人在活动结束 6 小时后不再能看名单是地方约定",
    isVerified: false,
  },
  tellOffDays: { value: 7, from: "2026-11-01", citation: "地方约定：孩子被从名单上拿下，7 天里都提醒儿童主任", isVerified: false },
  smallestCell: { value: 5, from: "2021-11-01", citation: "地方约定：统计中不足 5 人的格子不显示", isVerified: false },
  readingLog: {
    from: "2024-01-01",
    citation: "《未成年人网络保护条例》第三十六条：工作人员查看未成年人个人信息要审批、留记录；第三十七条：每年合规审计",
    isVerified: true,
  },
};
