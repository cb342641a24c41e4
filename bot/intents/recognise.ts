import { parseDate } from '../../vietnamese/dates.ts';
import { readLevel } from '../../vietnamese/levels.ts';
import { command } from '../feature.ts';
import type { Intent, Output, Whom } from './intent.ts';
import { readRecordIntent } from './own.ts';
import { say } from './said.ts';
import { facetsOf, readPastedFigures, readStaffIntent } from './staff.ts';

const SELF = '(?: cua)?(?: (?:toi|em|minh|tui))?';
const anchored = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** Sentences without anything to read from them. */
const SENTENCES: readonly (readonly [RegExp, Intent])[] = [
  [
    anchored(
      `(?:cho (?:toi )?)?(?:xem |tai |xuat )?(?:toan bo |tat ca )?du lieu(?: ca nhan)? cua (?:toi|em|minh|tui)`,
    ),
    { kind: 'my_data' },
  ],
  [
    anchored(`(?:hay )?(?:xoa|huy bo)(?: het| toan bo| tat ca)?(?: du lieu| thong tin)(?: ca nhan)?${SELF}`),
    { kind: 'erase', step: 0 },
  ],
  [
    anchored(
      `(?:nhung )?(?:ai|nguoi nao)(?: (?:da|tung|dang|co|duoc|vua))* (?:xem|doc|mo|tra cuu|truy cap|vao)(?: duoc)? (?:ho so|thong tin|du lieu)(?: ca nhan)?${SELF}(?: chua| roi)?`,
    ),
    { kind: 'who_saw' },
  ],
  [
    anchored(`(?:huy|bo|go|ngat|thoi)(?: bo)? (?:lien ket|ket noi)(?: ho so| tai khoan)?|dang xuat`),
    { kind: 'unlink' },
  ],
  [
    anchored(
      `(?:toi muon |cho toi )?(?:lien ket|ket noi|dang nhap)(?: voi)?(?: ho so| tai khoan)?(?: cua toi)?`,
    ),
    { kind: 'link', code: null },
  ],
];

const WRONG =
  /^(?:(?:thong tin|du lieu|ho so|dong|cho|muc|phan|bang cap|ngay sinh|chuc vu)(?: nay| do| tren| cua toi| cua em)* (?:bi |ghi |dang )*(?:sai|khong dung|chua dung|nham|thieu sot)|bao sai|sai thong tin|.* cua (?:toi|em|minh|tui) (?:bi |ghi |dang |la )*(?:sai|khong dung|chua dung|nham)\b)/;

/** 8 letters and digits of the codes that are given out, perhaps with a dash in the middle. */
const CODE = /^[A-HJ-KM-NP-Z2-9]{4}-?[A-HJ-KM-NP-Z2-9]{4}$/i;

/** What a message wants of records and accounts; `null`: it is a question to the documents. No model, no guess. Pure. */
export function recognise(text: string): Intent | null {
  const written = command(text);
  if (written !== null) return readCommand(written.name, written.rest);
  // Nobody tells a wish about records at such length; what is long is a text or a question.
  if (text.length > LONGEST_WISH) return readPastedFigures(text);
  const { folded } = say(text);
  for (const [pattern, intent] of SENTENCES) if (pattern.test(folded)) return intent;
  if (WRONG.test(folded)) return { kind: 'wrong', says: text.trim() };
  const link = /^(?:lien ket|ket noi|ma lien ket|ma)(?: ho so| tai khoan)?(?: voi)?(?: ma)?\b/.test(folded)
    ? /(\S+)\s*$/.exec(text)?.[1]
    : text.trim();
  // A code always holds a figure, a word of a question never does.
  if (link !== undefined && CODE.test(link) && /\d/.test(link)) return { kind: 'link', code: link };
  return readRecordIntent(text) ?? readStaffIntent(text);
}

/** In UTF-16 units. */
const LONGEST_WISH = 300;

function readCommand(name: string, rest: string): Intent | null {
  const words = rest === '' ? null : rest;
  switch (name) {
    case 'thieu':
      return { kind: 'gaps', whom: whomOf(rest), assumption: null, topic: null, asOf: null };
    case 'neu':
      return words === null ? null : readRecordIntent(`nếu tôi làm ${words} thì thiếu gì`);
    case 'hoso':
      return { kind: 'record', whom: whomOf(rest), part: 'all' };
    case 'bangcap':
      return { kind: 'record', whom: whomOf(rest), part: 'qualifications' };
    case 'hoclai':
      return { kind: 'renewal', topic: words === null ? null : readLevel(words, null) };
    case 'lienket':
      return { kind: 'link', code: words };
    case 'start':
      // A deep link carries a code; anything else behind /start is somebody's slip.
      return CODE.test(rest) ? { kind: 'link', code: rest } : null;
    case 'dongy':
      return words === null ? null : { kind: 'agree', code: words };
    case 'chiasesodienthoai':
      return { kind: 'shared_phone' };
    case 'huylienket':
      return { kind: 'unlink' };
    case 'dulieucuatoi':
      return { kind: 'my_data' };
    case 'xoadulieu':
      return { kind: 'erase', step: rest === '1' ? 1 : rest === '2' ? 2 : rest === 'khong' ? 'no' : 0 };
    case 'aidaxem':
      return { kind: 'who_saw' };
    case 'baosai':
      return { kind: 'wrong', says: words };
    case 'aithieu':
      return readLacking(rest);
    case 'chitieu': {
      const { output, words: asked } = readOutput(rest);
      const date = asked === null ? null : parseDate(asked);
      return { kind: 'targets', compareWith: date, target: date === null ? asked : null, output };
    }
    case 'thongke': {
      const { output, words: asked } = readOutput(rest);
      return { kind: 'statistics', facets: facetsOf(asked ?? ''), output };
    }
    case 'cuhoc':
      return { kind: 'eligible', words };
    case 'kecan':
      return { kind: 'readiness', position: words };
    case 'mangthieu':
      return { kind: 'coverage' };
    case 'luothoc':
      return { kind: 'trainings', year: /^\d{4}$/.test(rest) ? Number(rest) : null };
    case 'kiemtratyle':
      return { kind: 'percentages', text: words };
    case 'capma':
      return { kind: 'issue_code', name: words };
    case 'denghi': {
      const close = /^(\d{1,9}) (dung|khong)$/.exec(rest);
      return {
        kind: 'corrections',
        close: close === null ? null : { id: Number(close[1]), accept: close[2] === 'dung' },
      };
    }
    default:
      return null;
  }
}

function readLacking(rest: string): Intent {
  const { output, words } = readOutput(rest);
  return { kind: 'who_lacks', topic: words === null ? null : readLevel(words, null), words, output };
}

/** `xlsx trung cấp LLCT`: the kind of file that is wanted stands first. */
function readOutput(rest: string): { readonly output: Output; readonly words: string | null } {
  const [, format, words = ''] = /^(xlsx|docx)?\s*([\s\S]*)$/i.exec(rest) ?? [];
  const output = format?.toLowerCase();
  return {
    output: output === 'xlsx' || output === 'docx' ? output : 'chat',
    words: words === '' ? null : words,
  };
}

function whomOf(rest: string): Whom {
  return rest === '' ? { who: 'self' } : { who: 'named', name: rest };
}
