import type { IsoDate } from '../../domain/day.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { readLevel } from '../../vietnamese/levels.ts';
import { command } from '../feature.ts';
import { isLinkCode, readAccountIntent } from './account.ts';
import { readComparedNumbers } from './comparedNumbers.ts';
import { withoutCourtesy, withoutLook } from './courtesy.ts';
import { readCorrection, readDocumentsCommand, readDocumentsIntent } from './documents.ts';
import { readPastedFigures } from './figures.ts';
import type { Intent, Output, Whom } from './intent.ts';
import { readLinksCommand, readLinksIntent } from './links.ts';
import { readNamed } from './named.ts';
import { readNoticesIntent } from './notices.ts';
import { readOwnIntent, readSupposition } from './own.ts';
import { type Said, say } from './said.ts';
import { facetsOf, readStaffIntent } from './staff.ts';
import { readTasksCommand, readTasksIntent } from './tasks.ts';
import { readWhen } from './when.ts';
import { readWrong } from './wrong.ts';

/** What a message wants of records, accounts and uploads; `null`: it is a question to the documents. No model, no guess. Pure. */
export function recognise(text: string): Intent | null {
  const written = command(text);
  if (written !== null) return readCommand(written.name, written.rest);
  const correction = readCorrection(text);
  if (correction !== null) return correction;
  // Nobody tells a wish about records at such length; what is long is a text or a question.
  if (text.length > LONGEST_WISH) return readPastedFigures(say(''), text);
  const said = withoutCourtesy(text);
  const { asOf, rest } = readWhen(text);
  const undated = asOf === null ? said : withoutCourtesy(rest);
  // "Xem ai còn thiếu gì" wants what "ai còn thiếu gì" wants.
  return (
    readSentence(said, undated, text, asOf) ??
    readSentence(withoutLook(said), withoutLook(undated), text, asOf)
  );
}

/** `undated` is `said` without the day that `asOf` tells. */
function readSentence(said: Said, undated: Said, text: string, asOf: IsoDate | null): Intent | null {
  return (
    readLinksIntent(said) ??
    readAccountIntent(said, text) ??
    readNoticesIntent(said) ??
    readWrong(said, text) ??
    readOwnIntent(undated, asOf) ??
    readDocumentsIntent(said) ??
    readComparedNumbers(text, { bare: false }) ??
    readTasksIntent(text) ??
    readStaffIntent(said, text) ??
    readNamed(undated, text, asOf)
  );
}

/** In UTF-16 units. */
const LONGEST_WISH = 300;

function readCommand(name: string, rest: string): Intent | null {
  const words = rest === '' ? null : rest;
  switch (name) {
    case 'thieu':
      return { kind: 'gaps', whom: whomOf(rest), assumption: null, topic: null, asOf: null };
    case 'neu':
      return words === null ? null : whatIf(words);
    case 'hoso':
      return { kind: 'record', whom: whomOf(rest), part: 'all' };
    case 'bangcap':
      return { kind: 'record', whom: whomOf(rest), part: 'qualifications' };
    case 'hoclai':
      return { kind: 'renewal', topic: words === null ? null : readLevel(words, null) };
    case 'lienket':
      return readLinksCommand(rest);
    case 'thongbao':
      return { kind: 'notices' };
    case 'tatthongbao':
    case 'batthongbao':
      return { kind: 'mute_notices', mute: name === 'tatthongbao', what: words };
    case 'start':
      // A deep link carries a code; anything else behind /start is somebody's slip.
      return isLinkCode(rest) ? { kind: 'link', code: rest } : null;
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
      return readDocumentsCommand(name, rest) ?? readTasksCommand(name, rest);
  }
}

function whatIf(words: string): Intent {
  const { asOf, rest } = readWhen(words);
  const assumption = readSupposition(withoutCourtesy(rest));
  return { kind: 'gaps', whom: { who: 'self' }, assumption, topic: null, asOf };
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
