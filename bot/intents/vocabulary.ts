/**
 * The words of which the patterns of wishes are made: sources of regular expressions on folded syllables, where a final y that
 * stands alone is i. Inside a repetition stand single syllables that differ, so that no text is matched in two ways.
 */
const oneOf = (words: string): string =>
  `(?:${words
    .split(',')
    .map((word) => word.trim())
    .join('|')})`;

export const SELF = '(?:ban than (?:toi|em|minh)|ban than|toi|em|minh|tui)';

/** The first person anywhere in a sentence. */
export const FIRST_PERSON = /\b(?:toi|em|minh|tui|ban than)\b/;

const THING = oneOf(
  'cai, dieu, khoan, mon, thu, bang cap chung chi, van bang chung chi, bang cap, van bang, bang, chung chi, lop, khoa, tieu chuan, tieu chi, dieu kien, yeu cau, trinh do, muc, kien thuc',
);
/** "gì", "những chứng chỉ nào", "tiêu chuẩn gì". */
export const WHAT = `(?:(?:nhung|cac|them) )*(?:${THING} (?:gi|nao|chi)|gi|chi)`;

const ADVERBS = `(?:${oneOf('hien, tai, nay, dang, van, da, cung, se, bi, bay, gio, con, lai')} )*`;
export const LACK = `${ADVERBS}(?:thieu(?: hut)?|no) ${WHAT}`;
/** What only somebody's own sentence says: "chưa có chứng chỉ gì". */
export const LACK_NOT_YET = `${ADVERBS}(?:chua|khong) (?:co|dat|du|hoc) ${WHAT}`;
export const NEED = `${ADVERBS}(?:${oneOf('can, phai, nen')} )+(?:${oneOf('di, co, hoc, bo, sung, boi, duong, dao, tao, hoan, thien, dat')} )*${WHAT}`;
export const SO = oneOf('sao, the nao, nhu the nao, ra sao, con gi');
export const RULES = `(?:theo|so voi|doi chieu voi) (?:cac )?(?:qui dinh|tieu chuan|chuan|yeu cau)(?: hien hanh| hien nay| moi)?`;
export const TAIL = `(?: (?:${oneOf('nua, khong, trong ho so, hien nay, bay gio, hien tai')}|${RULES}))*`;

/** First words of positions. */
export const POSITION = oneOf(
  'chu tich, pho chu tich, bi thu, pho bi thu, giam doc, pho giam doc, tong giam doc, (?:truong|pho|pho truong) (?:phong|ban|khoa|trung tam|doan|cong an|bo mon|chi cuc|tram|bo phan|thon|to), chanh, pho chanh, hieu truong, pho hieu truong, hieu pho, uy vien, chi huy, pho chi huy, cuc truong, pho cuc truong, chi cuc truong, vu truong, pho vu truong, thu truong, bo truong, thu tuong, ke toan truong, doi truong, to truong, to pho, pho phong, vien truong, pho vien truong, tram truong, thuong truc, cap truong, cap pho, lanh dao, pho so, tong bien tap',
);
/** First words of grades, and their codes: `01.003`, `V.07.01.02`. */
export const GRADE = oneOf(
  'can su, chuyen vien, ki su, giang vien, giao vien, nhan vien, bac si, duoc si, i si, dieu duong, kien truc su, quan li dao tao vien, thanh tra vien, ke toan vien, kiem soat vien, kiem tra vien, kiem lam vien, van thu vien, luu tru vien, thu vien vien, tham tra vien, chap hanh vien, nghien cuu vien, bien tap vien, phong vien, hang (?:[1-5]|i|ii|iii|iv|v), \\d\\d \\d{3}, v \\d\\d \\d\\d \\d\\d',
);
/** Every syllable with which one says that somebody comes to a position or a grade. */
export const STEP = `(?:${oneOf('toi, em, minh, duoc, de, cua, cho, muon, vao, co, the, se, bo, nhiem, bau, giu, chuc, vu, vi, tri, danh, dam, nhan, lam, tro, thanh, len, chuyen, sang, ve, xet, thi, tuyen, du, nang, thang, ngach, hang, qui, hoach, dua, sung, sap, dinh, chuan, bi')} )+`;
export const GRADE_STEP = /\b(?:ngach|hang)\b/;
export const PLANNED_STEP = /\bqui hoach\b/;

export const WHEN = oneOf(
  'khi nao, bao gio, luc nao, ngay nao, chung nao, nam nao, thang nao, den bao gio, den khi nao, den luc nao, thang may, bao lau nua',
);

/** Words of the field that are in no name. Folded; compared as whole syllables. */
export const NO_NAME_WORDS = new RegExp(
  `\\b${oneOf(
    'li luan, li lich, cao dang, cao cap, cao hoc, cao nhat, dao tao, doan vien, doan kiem tra, doan the, dang vien, thay the, tang luong, luong, ho so, ho chua, ho tich, ho gia dinh, ho ngheo, chung chi, bang cap, van bang, chinh sach, chu tich, chu dau tu, chu ho, chu truong, chu the, kinh phi, hoc phi, hoc vien, hoc sinh, sinh vien, giao vien, can bo, cong chuc, vien chuc, nguoi, nguon, du an, du tuyen, du thi, to chuc, ton giao, truong hop, truong dai hoc, mai tang, vu khi, vo thuat, ha noi, ha tang, lam nghiep, thai san, kim loai, son la, danh sach, danh hieu, danh muc, hoan thanh, boi duong, ki luat, bo nhiem, qui hoach, chuyen vien, chuyen mon, nganh, nghe, bao hiem, tai lieu, tai san, dat dai, don vi, co quan, phuong an, ke hoach, quyet dinh, nghi dinh, thong tu, chuong trinh, de an, luat, cap, con so, cong tac, nao, gi, ai, khac, nay, do do, duoc, cua, va, hoac, theo, nhu, cac, nhung, la gi, gom, me viet nam, ma so, ma ngach, chuan, tieu chuan, dieu kien, rut, nghi viec, nghi huu, thi tuyen, xet tuyen, tuyen dung, nhap hoc, nhap ngu, xin viec, vay von, hoc tap, khen thuong, nang luong, lao dong, vu trang, liet si, than nhan, ngan sach, thai nguyen, thai binh, kim ngan, ha tinh, ha nam, ha giang, lam dong, son tay, ninh binh, vinh long, an giang, cao tuoi, kien truc, tai chinh, nhan su, cong dan, gia dinh, thong ke',
  )}\\b`,
);
/** Words behind an honorific that make it no person: "chị em", "chú rể", "ông bà", "em bé". */
export const NO_CALLED_NAME = new RegExp(
  `^${oneOf(
    'em, ba, chi, anh, chu, co, ong, nao, gi, ai, ta, minh, toi, nay, do, kia, ay, con, dang, van, bi, thi, se, da, chua, muon, can, phai, co the, duoc, re, dau, be, noi, ngoai, ruot, ho, nuoi, me, cha, chau, con liet si, xa, dan, hoc, giao, sinh, mu, do de, lao, trai, gai, hai, dau tu, rieng, quan, van, phai, nen',
  )}\\b`,
);

/** Signs that somebody asks what the rules say, whoever it is about. */
export const ASKS_RULES = new RegExp(
  `\\b(?:${oneOf(
    'co duoc, co bi, bi xu li, bi ki luat, bi gi, co sao, lam sao, la gi, do ai, do co quan, do don vi, trach nhiem, o dau, ve dau, tu dau, ma van, can duoc, dung de, trong bao lau, bao nhieu ngay, dinh ki nao, bieu mau nao, qui dinh nao',
  )}|(?:theo|tai|trong|cua) (?:cac )?(?:qui dinh|bieu mau|luat|bo luat|huong dan|chuong trinh|ke hoach|quyet dinh|nghi dinh|nghi quyet|thong tu|dieu|khoan|chi thi|de an)(?: (?:\\d+|nao|tai|nay|hien hanh|cua|ve|so)|$))\\b`,
);
