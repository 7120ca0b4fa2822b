import type { IconNode, MenuIcon } from "@lianxin/web-kit";
import {
  Baby,
  Blocks,
  BookOpen,
  CalendarDays,
  CircleQuestionMark,
  Clock,
  ContactRound,
  Folder,
  HeartHandshake,
  House,
  Import,
  Landmark,
  ListChecks,
  Map as MapIcon,
  Megaphone,
  MessagesSquare,
  Scale,
  Settings,
  Shield,
  Sun,
} from "@lianxin/web-kit/icons";

const icons: Readonly<Record<MenuIcon, IconNode>> = {
  house: House,
  messages: MessagesSquare,
  calendar: CalendarDays,
  checklist: ListChecks,
  book: BookOpen,
  people: ContactRound,
  megaphone: Megaphone,
  heart: HeartHandshake,
  blocks: Blocks,
  child: Baby,
  import: Import,
  scale: Scale,
  landmark: Landmark,
  map: MapIcon,
  clock: Clock,
  sun: Sun,
  settings: Settings,
  help: CircleQuestionMark,
  shield: Shield,
  folder: Folder,
};

/** The icon of a name in a door; a folder for one that this shell does not know yet. */
export const menuIcon = (name: string): IconNode => icons[name as MenuIcon] ?? Folder;
