/** Somebody the stories name. `party` is where they sit in the council; nobody lives at the address. */
export interface Member {
  readonly name: string;
  readonly sex: "女" | "男";
  readonly born: number;
  readonly phone: string;
  readonly role: string;
  readonly party: string;
  readonly organization?: string;
  readonly grid?: string;
  /** Where they live, when they are in the roster of residents. */
  readonly home?: readonly [compound: string, building: string];
  readonly distinction?: string;
}

const phone = (n: number): string => `1990000${String(n).padStart(4, "0")}`;
const resident = (n: number, name: string, sex: Member["sex"], born: number, compound: string, building: string): Member => ({
  ...{ name, sex, born, phone: phone(n), role: "居民代表", party: "居民代表", home: [compound, building] },
});

/** The 21 seats with a vote, in the order of the parties (1 + 1 + 1 + 1 + 2 + 15). */
export const council: readonly Member[] = [
  { name: "王秀珍", sex: "女", born: 1975, phone: phone(1), role: "社区书记", party: "社区", organization: "光明路社区居民委员会" },
  { name: "陈国强", sex: "男", born: 1964, phone: phone(3), role: "业委会主任", party: "业委会", organization: "和平苑业主委员会", home: ["和平苑", "2栋"] },
  { name: "吴琴", sex: "女", born: 1982, phone: phone(4), role: "物业经理", party: "物业", organization: "和平苑物业服务公司" },
  { name: "李建平", sex: "男", born: 1979, phone: phone(2), role: "网格长", party: "网格长", grid: "第一网格" },
  { ...resident(10, "赵红军", "男", 1955, "和平苑", "1栋"), role: "党员代表", party: "党员代表" },
  { ...resident(11, "孙爱民", "男", 1958, "向阳新村", "4栋"), role: "党员代表", party: "党员代表" },
  resident(5, "何志远", "男", 1991, "和平苑", "3栋"),
  resident(7, "周兰", "女", 1986, "柳树坡", "2栋"),
  { ...resident(8, "张桂英", "女", 1951, "和平苑", "3栋"), distinction: "3栋" },
  resident(12, "吴秀兰", "女", 1953, "和平苑", "5栋"),
  resident(13, "黄德明", "男", 1956, "松涛园", "2栋"),
  resident(14, "林小燕", "女", 1984, "松涛园", "5栋"),
  resident(15, "郑国平", "男", 1972, "老粮站宿舍", "1栋"),
  resident(16, "谢丽华", "女", 1959, "桂花里", "6栋"),
  resident(17, "罗文斌", "男", 1980, "清泉花园", "3栋"),
  resident(18, "梁美珍", "女", 1957, "向阳新村", "7栋"),
  resident(19, "宋志强", "男", 1976, "东方红宿舍", "2栋"),
  resident(20, "唐晓梅", "女", 1988, "荷塘小区", "1栋"),
  resident(21, "韩建国", "男", 1969, "文昌苑", "4栋"),
  resident(22, "冯玉兰", "女", 1954, "金竹湾", "2栋"),
  resident(23, "曹永福", "男", 1952, "北门老街", "1栋"),
];

/** Asked without a vote, and those who work for the community. */
export const staff: readonly Member[] = [
  { name: "刘工", sex: "男", born: 1983, phone: phone(6), role: "责任单位联系人", party: "县住建局", organization: "县住建局" },
  { name: "方敏", sex: "女", born: 1993, phone: phone(30), role: "记录员", party: "", organization: "光明路社区居民委员会" },
  { name: "邓春梅", sex: "女", born: 1987, phone: phone(31), role: "网格员", party: "", grid: "第二网格" },
  { name: "彭海波", sex: "男", born: 1990, phone: phone(32), role: "网格员", party: "", grid: "第三网格" },
  { name: "蒋丽萍", sex: "女", born: 1985, phone: phone(33), role: "网格员", party: "", grid: "第四网格" },
  { name: "姚建明", sex: "男", born: 1978, phone: phone(34), role: "责任单位联系人", party: "", organization: "县城管局" },
];

/** The other 张桂英: same name, another house. */
export const namesake: Member = { ...resident(9, "张桂英", "女", 1949, "松涛园", "6栋"), role: "", party: "", distinction: "6栋" };

/** Who lives in the community and sits in the council; the others are there by their office. */
export const residentMembers: readonly Member[] = council.filter((member) => member.home);
export const officials: readonly Member[] = [...council.filter((member) => !member.home).reverse(), ...staff];

/** Mail goes to example.org, which reaches nobody. */
export const mailOf = ({ phone }: Member): string => `member${phone.slice(-2)}@example.org`;
