import { parseRoman, toRoman } from '../../vietnamese/roman.ts';
import { hasDottedBlank, isCapitals, stopsBeforeArticle } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { type Mark, RANK } from './mark.ts';
import { mayBegin } from './sequence.ts';

const ANNEX =
  /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,4}(?:Phụ lục|PH[ỤU] L[ỤU]C)(?:\s+(?:số\s+|SỐ\s+)?([IVXLHTÏ1l|]{1,6}|\d{1,2}|[A-Z]))?(?=$|[\s.:\-–—(])/u;
/** Attached documents by the name that stands in capitals on a line of its own. */
const ATTACHED =
  /^(QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|KẾ HOẠCH|ĐỀ ÁN|HƯỚNG DẪN|DANH MỤC|QUY CHUẨN KỸ THUẬT|PHƯƠNG ÁN)(?:\s+(.*))?$/u;
const ATTACHED_NOTE = /^[^\p{L}]{0,2}(?:Ban hành )?kèm theo/iu;
/** What an attachment carries on its first lines, within so many units. */
const NOTE_WITHIN = 8;

/** Recipients and the lines over a signature. */
const FOOT =
  /^(?:Nơi\s+(?:nhận|gửi)\s*(?::|$|TM|KT|T)|(?:TM|KT|TL|TUQ)\s*\.?\s*\p{Lu}{2}|(?:T\/M|K\/T|T\/L|T\/U\/Q)\s*\.?\s*\p{Lu}|(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được .{3,120} thông qua)/u;
/** The same where a font for capitals was lost: "TM. chính phủ", "kt/bộ trưởng". */
const SMALL_FOOT =
  /^(?:TM|KT|TL|TUQ)\s*[./]\s*(?:bộ trưởng|thứ trưởng|thủ tướng|chính phủ|chủ tịch|chủ nhiệm|[ủu][yỷ] ban|ubnd|hội đồng|thống đốc|giám đốc|tổng|cục trưởng|viện trưởng|chánh|quốc hội|ban (?:thường|chấp|bí))(?!\p{L}).{0,60}$/iu;
const OFFICE =
  /^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|TỔNG BÍ THƯ|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|TỔNG THANH TRA|TỔNG KIỂM TOÁN|THỐNG ĐỐC|THƯỜNG TRỰC|BỘ TRƯỞNG, CHỦ NHIỆM)(?=$|[\s,])/u;

/** Whether a line belongs to a document's foot. */
export function isFootLine(text: string): boolean {
  return (
    FOOT.test(text) || SMALL_FOOT.test(text) || (OFFICE.test(text) && isCapitals(text) && text.length <= 60)
  );
}

/** An annex or attached regulation: where it begins and where the next one does. */
export type Annex = { readonly start: number; readonly mark: Mark };

/**
 * Finds the annexes ("Phụ lục II") and the attached documents ("QUY CHẾ … (Ban hành kèm theo …)"), which restart the
 * numbering. A line that only cites an annex is told by what follows on it; an attached document, whose name might
 * also be a title, by the foot before it or the note under it.
 */
export function findAnnexes(units: readonly Unit[], isFree: (index: number) => boolean): Annex[] {
  const annexes: Annex[] = [];
  let count = 0;
  let footSeen = false;
  let articleSeen = false;
  for (const [index, unit] of units.entries()) {
    if (!isFree(index) || unit.role === 'table') continue;
    if (isFootLine(unit.text) && articleSeen) footSeen = true;
    articleSeen ||= /^(?:Điều\s+\d|I\s*[.\-–]|1\s*\.)/u.test(unit.text);
    const annex = ANNEX.exec(unit.text);
    if (
      annex !== null &&
      mayBegin(units, index, stopsBeforeArticle) &&
      isAnnexHeading(unit, annex, footSeen)
    ) {
      const value = annexNumber(annex[1], count + 1);
      if (value !== null) count = value;
      const label = value === null ? 'Phụ lục' : `Phụ lục ${writeAnnexNumber(annex[1] ?? '', value)}`;
      annexes.push({
        start: index,
        mark: { kind: 'phu_luc', label, rank: RANK.phu_luc, wordsAt: annex[0].length },
      });
      continue;
    }
    const attached = ATTACHED.exec(unit.text);
    if (attached?.[1] === undefined || !articleSeen || !isAttachment(units, index, footSeen)) continue;
    const name = attached[1];
    const label = name.charAt(0) + name.slice(1).toLowerCase();
    // "PHỤ LỤC" and then "DANH MỤC …" is one annex with its title.
    const before = annexes.at(-1);
    if (before?.mark.label.startsWith('Phụ lục') && index - before.start <= 4) continue;
    annexes.push({
      start: index,
      mark: { kind: 'phu_luc', label, rank: RANK.phu_luc, wordsAt: name.length },
    });
    footSeen = false;
    articleSeen = false;
  }
  return annexes;
}

function isAnnexHeading(unit: Unit, match: RegExpExecArray, footSeen: boolean): boolean {
  const words = unit.text.slice(match[0].length).replace(/^[\s.:\-–—]+/u, '');
  if (hasDottedBlank(words)) return false;
  // "… theo mẫu tại / Phụ lục I.": the end of a sentence.
  if (/[.;,]$/.test(unit.text) && unit.role !== 'heading' && !footSeen) return false;
  if (unit.role === 'heading' || words === '' || words.startsWith('(')) return true;
  if (isCapitals(words)) return true;
  if (/[.;,]$/.test(words) || words.length > 120) return false;
  // Behind the foot nothing cites any more; what follows the number there is the title or what a stamp left of it.
  return footSeen && match[1] !== undefined && !/^(?:ban hành|kèm|của|và|này)/iu.test(words);
}

function isAttachment(units: readonly Unit[], index: number, footSeen: boolean): boolean {
  const near = units.slice(index + 1, index + 1 + NOTE_WITHIN);
  if (near.some(({ text }) => ATTACHED_NOTE.test(text))) return true;
  return (
    footSeen &&
    near.some(({ text }) => /^(?:Chương I\b|CHƯƠNG I\b|Điều 1\s*[.:]|I\s*[.\-–]\s*\p{Lu})/u.test(text))
  );
}

function annexNumber(printed: string | undefined, expected: number): number | null {
  if (printed === undefined) return null;
  if (/^\d+$/.test(printed)) return Number(printed);
  const read = parseRoman(printed);
  // A numeral that goes back, or that is none, was misread.
  if (read !== null && read >= expected && read <= expected + 2) return read;
  if (/^[A-HK]$/.test(printed) && read === null && !/^H$/.test(printed)) return printed.charCodeAt(0) - 64;
  return expected;
}

function writeAnnexNumber(printed: string, value: number): string {
  if (/^\d+$/.test(printed)) return String(value);
  if (/^[ABE-GK]$/.test(printed)) return printed;
  return toRoman(value);
}
