import { LADDERS, type QualificationKind } from '../../domain/ladders.ts';
import { KIND_NAMES, writeLevel } from '../../domain/levelNames.ts';
import { namesEquivalence, readLevel, writeOut } from '../../vietnamese/levels.ts';
import { fold } from '../../vietnamese/text.ts';
import { saysUnheld } from '../../vietnamese/unheld.ts';
import { saysLacking } from './readValue.ts';
import { type Fault, ROSTER_FAULTS } from './texts.ts';

/** What the columns “Loại” and “Trình độ” say together. */
export type StatedLevel =
  | {
      readonly says: 'holds';
      readonly kind: QualificationKind;
      readonly level: string | null;
      /** Ngành or language that stands in the level's cell. */
      readonly field: string | null;
      /** The cell's own words where they say more than the level: a paper of equivalence. */
      readonly name: string | null;
    }
  | { readonly says: 'lacks'; readonly kind: QualificationKind }
  | { readonly says: 'nothing' }
  | { readonly says: 'wrong'; readonly column: 'kind' | 'level'; readonly fault: Fault };

/** An old certificate whose grade is no level: `Anh B`, `Tin học A`, `IELTS 6.0`. */
function saysMoreThanItsLevel(written: string, level: string | null, field: string | null): boolean {
  return level === null && fold(written) !== fold(field ?? '');
}

const statesRead = new Map<string, StatedLevel>();
const mostRemembered = 5_000;

/** Remembers: a large roster writes the same few levels a hundred thousand times. */
function remembered(kind: QualificationKind | null, written: string): StatedLevel {
  const key = `${kind ?? ''} ${written}`;
  const known = statesRead.get(key);
  if (known !== undefined) return known;
  const stated = stateOf(kind, written);
  if (statesRead.size >= mostRemembered) statesRead.clear();
  statesRead.set(key, stated);
  return stated;
}

const NOTHING_OF =
  /^(?:chưa|không|ko|chua|khong)(?: (?:có|qua|học|được|đào tạo|co|hoc|duoc|dao tao))*(?: (?:gì|gi))?((?: .+)?)$/iu;
const NO_KIND =
  /^(?:(?:trình độ|văn bằng|bằng cấp|bằng|chứng chỉ|chứng nhận|chuyên môn|nghiệp vụ|về|trinh do|van bang|bang cap|bang|chung chi|chuyen mon|ve)(?: |$))+/iu;

/** The kind of which there is nothing at all: `Chưa có` beside its kind, `Chưa có trình độ LLCT`. `null` where it says more or less. */
function lackedKind(kind: QualificationKind | null, written: string): QualificationKind | null {
  if (saysLacking(written)) return kind;
  const [, rest = null] = NOTHING_OF.exec(written.normalize('NFC').trim()) ?? [];
  if (rest === null) return null;
  const what = rest.trim().replace(NO_KIND, '').trim();
  if (what === '') return kind;
  const named = readLevel(what, kind) ?? readLevel(rest, kind);
  if (named === null || named.level !== null || named.field !== null) return null;
  // "Chưa có chứng chỉ khác" names no certificate; kinds without a ladder are read from any words.
  return readLevel(what, null)?.kind === named.kind ? named.kind : null;
}

function stateOf(kind: QualificationKind | null, written: string): StatedLevel {
  const lacked = lackedKind(kind, written);
  if (lacked !== null) return { says: 'lacks', kind: lacked };
  if (saysLacking(written)) return { says: 'wrong', column: 'kind', fault: ROSTER_FAULTS.kindMissing() };
  if (saysUnheld(written)) return { says: 'wrong', column: 'level', fault: ROSTER_FAULTS.unheld(written) };
  if (namesEquivalence(written)) return equivalence(written);
  // The column “Loại” already said of what the paper is.
  if (kind === 'political_theory' && namesEquivalence(`${written} ${KIND_NAMES[kind]}`))
    return equivalence(`${written} ${KIND_NAMES[kind]}`);
  const level = readLevel(written, kind);
  if (level !== null) {
    const name = saysMoreThanItsLevel(written, level.level, level.field) ? written : null;
    return { says: 'holds', ...level, name };
  }
  if (kind === null) return { says: 'wrong', column: 'kind', fault: ROSTER_FAULTS.kindMissing() };
  const levels = LADDERS[kind].map((each) => writeLevel(kind, each));
  return {
    says: 'wrong',
    column: 'level',
    fault: ROSTER_FAULTS.levelUnfit(written, KIND_NAMES[kind], levels),
  };
}

/** Rules of equivalence find the paper by its name, in which nothing is abbreviated. */
function equivalence(written: string): StatedLevel & { readonly says: 'holds' } {
  return { says: 'holds', kind: 'other', level: null, field: null, name: writeOut(written) };
}

/** Reads a kind and a level as they stand in two cells, of which the first may be empty. */
export function readStatedLevel(kind: QualificationKind | null, written: string | null): StatedLevel {
  if (written === null)
    return kind === null
      ? { says: 'nothing' }
      : { says: 'holds', kind, level: null, field: null, name: null };
  return remembered(kind, written);
}

/** What a row says in all its cells together: a paper whose own name is one of equivalence is that paper, not the level. */
export function withName(stated: StatedLevel, name: string | null): StatedLevel {
  if (stated.says !== 'holds' || name === null) return stated;
  return namesEquivalence(name) ? equivalence(name) : { ...stated, name };
}
