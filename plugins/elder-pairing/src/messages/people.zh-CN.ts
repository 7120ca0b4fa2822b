export const peopleZhCN = {
  erased: "（已抹去）",
  "import.at": "第 {line} 行 {column} 列：{reason}",
  "import.duplicate": "与第 {first} 行是同一个人，重复了",
  "import.deceased": "已去世，不登记",
  "import.moved": "已迁出，不登记",
  "import.transferred": "已调出，不登记",
  "import.placeUnknown": "没有“{name}”这个村，请改正或先在地点里加上",
  "import.placeSeveral": "有几个“{name}”，请写明乡镇",
  "import.birthMissing": "缺少身份证号或出生年份，请补上一个",
  "import.birthColumnMissing": "第 {line} 行的表头里没有“身份证号”，也没有“出生年份”：请在表里加上其中一列，填好再选一次（有 {count} 行因此先不登记）",
  "import.notAlike": "选的不是名册里的同一个人，请重新选一次表",
  "import.leaveTurned": "请假结束早于开始，请改正",
} as const;
