/**
 * The encodings of one byte a letter. Each table lists the upper half of the bytes from 0x80, sixteen to a row; `·`
 * stands where the encoding has no Vietnamese letter and windows-1252 holds (quotation marks, dashes, signs).
 */
type ByteTable = ReadonlyMap<number, string>;

function table(rows: readonly string[]): ByteTable {
  const letters = [...rows.join('')].map((letter, index): [number, string] => [0x80 + index, letter]);
  return new Map(letters.filter(([, letter]) => letter !== '·'));
}

/** TCVN 5712-3, "ABC": its capitals with tones live in fonts of their own, and 0xAD, the soft hyphen, is ư. */
const TCVN3 = table([
  '················',
  '················',
  '·ĂÂÊÔƠƯĐăâêôơưđẰ',
  '·····àảãáạẲằẳẵắẴ',
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ',
  'éẹềểễếệìỉỄẾỒĩíịò',
  'Ổỏõóọồổỗốộờởỡớợù',
  'ỖủũúụừửữứựỳỷỹýỵỐ',
]);

/** RFC 1456; six rare capitals lie among the control characters and are given apart. */
const VISCII = table([
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ',
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ',
  'Õắằặấầẩậẽẹếềểễệố',
  'ồổỗỠƠộờởịỰỨỪỬơớƯ',
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ',
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư',
  'àáâãảăữẫèéêẻìíĩỉ',
  'đựòóôõỏọụùúũủýợỮ',
]);

/** Of the Vietnamese Professionals Society. */
const VPS = table([
  'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ',
  'Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ',
  '·ắằẳẵặỠớÙờởỡŨỨợỪ',
  'ổỬỲỸÍÌộỈĨÓửữÒỎÕự',
  'ầÁÂấẩẫậđẻÉÊẹỉễịỹ',
  'ƯỦồốÔỏơÈừứÚũưÝẺ·',
  'àáâãảạă·èéêẽìí·ĩ',
  'ẴĐòóôõ·Ơụùúủ·ỶẼỳ',
]);

/** Capitals below 0x20 in VISCII. */
const VISCII_LOW: readonly (readonly [number, string])[] = [
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
];

/** Where windows-1258 differs from windows-1252: five tones as marks behind the letter, and a few letters. */
const WINDOWS_1258: ByteTable = new Map([
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
]);

export const BYTE_TABLES = {
  tcvn3: TCVN3,
  vps: VPS,
  viscii: new Map([...VISCII, ...VISCII_LOW]),
  'windows-1258': WINDOWS_1258,
} as const satisfies Record<string, ByteTable>;
