import { SURNAMES } from '../../vietnamese/surnames.ts';
import { fold } from '../../vietnamese/text.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Family names that are no words of offices besides: "phạm" begins "phạm vi", "đào" "đào tạo". Written, and without diacritics. */
const SURE_SURNAMES = words('nguyễn lê hoàng huỳnh bùi ngô đinh trịnh đặng võ quách giàng');
/** Of names with the middle left out, where capitals are all that tells them from words. */
const TITLED_SURNAMES = words(`${[...SURE_SURNAMES].join(' ')} trần phạm phan vũ đỗ trương tạ tô`);
const SURE_BARE_SURNAMES = words('nguyen le hoang huynh bui ngo tran vo quach');
/** What stands before a person, whether with diacritics or not. */
const ADDRESS = words('anh ông ong');
const ADDRESS_WRITTEN = words('chị bà cô chú bác thầy');
/** These are other words too, or stand before much else. */
const WEAK_ADDRESS = words('chi ba co chu bac thay em cháu chau của cua cho ten tên');
const TWO_WORD_ADDRESS = words(
  'đồng_chí dong_chi cán_bộ can_bo công_chức cong_chuc viên_chức vien_chuc nhân_viên nhan_vien hồ_sơ ho_so',
);
/** Before these, names of places stand. */
const PLACES = words(
  'tỉnh tinh tp phố huyện huyen quận quan xã xa phường phuong trấn tran đường duong trường truong học ubnd hđnd sở so ở o nước vùng ngày tết',
);
const PROVINCES = words(
  'ha_giang ha_nam ha_noi ha_tinh cao_bang thai_binh thai_nguyen lam_dong lam_giang hoang_sa truong_sa',
);
const PERSONAL =
  /^\s+(?:con thieu|thieu gi|con no|da hoc|chua hoc|da du|du dieu kien|hoc lop|hoc gi|sinh nam|la ai)(?!\p{L})/u;

/** A word of a text, and its neighbours. */
export type Said = {
  readonly written: string;
  readonly bare: string;
  /** Only its first letter is a capital. */
  readonly isTitled: boolean;
};

/** How surely two or fewer words in this place are somebody's name. */
export type NamePlace = {
  /** A form of address or what only people do stands beside them. */
  readonly isPersonal: boolean;
  /** A street, a school or a province may have the name. */
  readonly isPlace: boolean;
  /** They may be a given name of two. */
  readonly isGiven: boolean;
  /** They may be a name with its middle left out. */
  readonly mayBeShort: boolean;
};

/**
 * How one or two words stand in a text. `before`: the two words before, the nearer one last; `after`: the text behind them. Pure.
 */
export function placeOfName(name: readonly Said[], before: readonly Said[], after: string): NamePlace {
  const [first] = name;
  const last = before.at(-1)?.written ?? '';
  const both = `${before.at(-2)?.written ?? ''}_${last}`;
  const isSurname = first !== undefined && isSureSurname(first);
  const isAddressed =
    ADDRESS.has(last) || ADDRESS_WRITTEN.has(last) || both === 'đồng_chí' || both === 'dong_chi';
  const isNear =
    WEAK_ADDRESS.has(last) || TWO_WORD_ADDRESS.has(both) || PERSONAL.test(fold(after.slice(0, 24)));
  const areTitled = name.length > 1 && name.every(({ isTitled }) => isTitled);
  // "Lan Anh còn thiếu gì", "lan anh con thieu gi": nobody but a person lacks anything.
  const isGiven = name.length === 2 && PERSONAL.test(fold(after.slice(0, 24)));
  const isPlace = PLACES.has(last) || PROVINCES.has(name.map(({ bare }) => bare).join('_'));
  return {
    isPersonal: isAddressed || isNear,
    isPlace,
    isGiven,
    mayBeShort:
      isAddressed ||
      (isSurname && (isNear || first.written !== first.bare)) ||
      (areTitled && !isPlace && TITLED_SURNAMES.has(first?.written ?? '')),
  };
}

const FOLDED_SURNAMES: ReadonlySet<string> = new Set([...SURNAMES].map(fold));
const OFFICES = words('đảng đoàn hội nhà bộ sở ban tỉnh điều khoản mục chương phần');

/** Whether these words would be somebody's only without their diacritics: "đang thi hành" is not Đặng Thị Hạnh. */
export function isOtherWord({ written, bare }: Said): boolean {
  return written !== bare && FOLDED_SURNAMES.has(bare) && !SURNAMES.has(written);
}

/** Whether capitals say that a word begins the name of an office, or that the words name whom everybody knows. */
export function isPublic(name: readonly Said[]): boolean {
  const said = name.map(({ bare }) => bare).join(' ');
  return said === 'ho chi minh' || (name.length === 2 && OFFICES.has(name[0]?.written ?? ''));
}

/** Whether a word is a family name and little else. */
export function isSureSurname({ written, bare }: Said): boolean {
  return written === bare ? SURE_BARE_SURNAMES.has(bare) : SURE_SURNAMES.has(written);
}
