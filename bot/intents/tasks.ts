import { findNamedDocuments } from '../../retrieve/namedDocument.ts';
import { findNamedProvisions } from '../../retrieve/namedProvision.ts';
import { DOCUMENT_TYPES } from '../../vietnamese/documentNumber.ts';
import { foldInPlace } from '../../vietnamese/figures.ts';
import { cleanText, fold } from '../../vietnamese/text.ts';
import type { Output, TasksIntent } from './intent.ts';

const LEAD = '(?:(?:hay|nho|xin|giup|cho|toi|em|minh|muon|can|vui long|lam on|ban|anh|chi)[ ,]+)*';
const BEHIND = /(?:[\s.?!,]+(?:(?:giup|ho|cho)(?:\s+(?:toi|em|minh|anh|chi))?|voi|nhe|a|nha))*[\s.?!,]*$/;
const HELP = '(?:(?:giup|ho|cho)(?: (?:toi|em|minh))? )?';

const SUMMARY = new RegExp(
  `^${LEAD}(?:ban )?tom (?:tat|luoc) ${HELP}(?:(?:noi dung|y chinh|diem chinh|nhung diem chinh|cac y chinh|ngan gon)(?: chinh| cua)* )?(?:cua )?(?=\\S)`,
);
const CONTRAST = new RegExp(`^${LEAD}(?:so sanh|doi chieu) ${HELP}(?=\\S)`);
const VERSIONS = /^(?:(?:hai|2|cac) )?(?:phien )?ban(?: (?:moi|cu|va|voi))*(?: cua)? (?=\S)/;
const EXPLAIN = new RegExp(`^${LEAD}(?:giai thich|dien giai)(?: (?:de hieu|ro|don gian))? ${HELP}(?=\\S)`);
const LETTER = new RegExp(
  `^${LEAD}(?:soan|viet|lam|lap|du thao)(?: giup)? (?:(?:mot|du thao|ban) )*(?:cong van|van ban) (?:tra loi|phuc dap|tra loi ve)(?: ve)?(?: (?:cau hoi|viec|noi dung))? ?:? ?(?=\\S)`,
);

/** Words that begin as the name of a document does: `quyet dinh 915`, `ke hoach boi duong nam 2027`. */
const TYPED = new RegExp(`^(?:van ban|${DOCUMENT_TYPES.map((type) => fold(type)).join('|')})(?![a-z])`);

/**
 * "tóm tắt quyết định 915", "so sánh quyết định 915 với 958 về số ngày", "giải thích khoản 2 Điều 5 …", "soạn công văn trả lời
 * …", with or without diacritics; `null` for anything else. Pure.
 */
export function readTasksIntent(text: string): TasksIntent | null {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim();
  const folded = foldInPlace(clean);
  const rest = (pattern: RegExp): string | null => {
    const begun = pattern.exec(folded);
    return begun === null ? null : withoutCourtesy(clean.slice(begun[0].length));
  };
  const summed = rest(SUMMARY);
  if (summed !== null && isDocument(summed) && isWhole(summed)) {
    return { kind: 'summary', what: { words: summed } };
  }
  const compared = rest(CONTRAST);
  if (compared !== null) return readContrast(compared, isDocument);
  const explained = rest(EXPLAIN);
  if (explained !== null && findNamedProvisions(explained).provisions.length > 0) {
    return { kind: 'explain', what: { words: explained } };
  }
  const answered = rest(LETTER);
  return answered === null ? null : { kind: 'draft_reply', question: answered };
}

/** Asks for a document, not for a provision of it or for what it says of a matter. */
function isWhole(words: string): boolean {
  if (findNamedProvisions(words).provisions.length > 0) return false;
  return findNamedDocuments(words).documents.length === 0 || splitTopic(words).topic === null;
}

function withoutCourtesy(words: string): string {
  return words.slice(0, foldInPlace(words).replace(BEHIND, '').length).trim();
}

/** Whether words begin with the name of a document: "mức phụ cấp ở 12/2026/TT-BNV" names a matter. */
function isDocument(words: string): boolean {
  const [first] = findNamedDocuments(words).documents;
  return TYPED.test(fold(words)) || (first !== undefined && words.startsWith(first.written));
}

/** `A với B về X`, `hai bản của A về X`; `null` where no document is named. `isNamed`: whether A names one. */
function readContrast(words: string, isNamed: (name: string) => boolean): TasksIntent | null {
  const folded = foldInPlace(words);
  for (const { index, 0: joint } of folded.matchAll(/ (?:so voi|voi|va|,) /g)) {
    const one = words.slice(0, index);
    const { name: other, topic } = splitTopic(words.slice(index + joint.length));
    if (isNamed(one) && (isDocument(other) || BARE.test(other))) {
      return { kind: 'contrast', what: { one, other }, topic, output: 'chat' };
    }
  }
  const versions = VERSIONS.exec(folded);
  if (versions === null) return null;
  const { name, topic } = splitTopic(words.slice(versions[0].length));
  return isDocument(name)
    ? { kind: 'contrast', what: { one: name, other: null }, topic, output: 'chat' }
    : null;
}

const BARE = /^(?:số )?\d{1,5}$/iu;

/** What stands behind the "về" that ends the name of a document. */
function splitTopic(words: string): { readonly name: string; readonly topic: string | null } {
  const at = foldInPlace(words).search(/,? (?:ve|o noi dung|trong noi dung) /);
  if (at === -1) return { name: words.trim(), topic: null };
  const topic = words.slice(at).replace(/^,?\s+(?:\p{L}+\s+)(?:nội dung|noi dung)?\s*/iu, '');
  return { name: words.slice(0, at).trim(), topic: topic.trim() === '' ? null : topic.trim() };
}

/** The commands of tasks; `null`: another command. Choices name documents by their ids, behind `vb`. Pure. */
export function readTasksCommand(name: string, rest: string): TasksIntent | null {
  switch (name) {
    case 'tomtat': {
      const [, id, part, page] =
        /^vb (\d{1,9})(?: (phamvi|bocuc|yeucau|thaydoi|moc)(?: (\d{1,4}))?)?$/.exec(rest) ?? [];
      if (id === undefined) return { kind: 'summary', what: { words: rest } };
      return {
        kind: 'summary',
        what: { directive: Number(id), part: part ?? null, page: Number(page ?? 1) },
      };
    }
    case 'doichieu': {
      const [, format, one, other, topic] =
        /^(?:(docx|xlsx) )?vb (\d{1,9}) (\d{1,9})(?: ([\s\S]+))?$/.exec(rest) ?? [];
      if (one === undefined || other === undefined) {
        return (
          readContrast(rest, (name) => isDocument(name) || BARE.test(name)) ?? {
            kind: 'contrast',
            what: { one: rest, other: null },
            topic: null,
            output: 'chat',
          }
        );
      }
      const output: Output = format === 'docx' || format === 'xlsx' ? format : 'chat';
      return {
        kind: 'contrast',
        what: { before: Number(one), after: Number(other) },
        topic: topic ?? null,
        output,
      };
    }
    case 'giaithich': {
      const [, directive, provision] = /^vb (\d{1,9})\.(\d{1,9})$/.exec(rest) ?? [];
      return directive === undefined
        ? { kind: 'explain', what: { words: rest } }
        : { kind: 'explain', what: { directive: Number(directive), provision: Number(provision) } };
    }
    case 'duthao':
      return { kind: 'draft_reply', question: rest === '' ? null : rest };
    case 'hoicaunay':
      return { kind: 'heard', confirmed: true };
    case 'sualai':
      return { kind: 'heard', confirmed: false };
    default:
      return null;
  }
}
