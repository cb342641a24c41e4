import { LADDERS, type QualificationKind } from '../../domain/ladders.ts';
import { KIND_NAMES, writeLevel } from '../../domain/levelNames.ts';
import { readLevel, type WrittenLevel } from '../../vietnamese/levels.ts';
import { fold } from '../../vietnamese/text.ts';
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

function isEquivalence(written: string): boolean {
  return /\btuong duong\b/.test(fold(written));
}

/** An old certificate whose grade is no level: `Anh B`, `Tin học A`, `IELTS 6.0`. */
function saysMoreThanItsLevel(written: string, level: string | null, field: string | null): boolean {
  return isEquivalence(written) || (level === null && fold(written) !== fold(field ?? ''));
}

const levelsRead = new Map<string, WrittenLevel | null>();
const mostRemembered = 5_000;

/** `readLevel`, remembering: a large roster writes the same few levels a hundred thousand times. */
function levelOf(written: string, kind: QualificationKind | null): WrittenLevel | null {
  const key = `${kind ?? ''} ${written}`;
  const known = levelsRead.get(key);
  if (known !== undefined) return known;
  const level = readLevel(written, kind);
  if (levelsRead.size >= mostRemembered) levelsRead.clear();
  levelsRead.set(key, level);
  return level;
}

/** Reads a kind and a level as they stand in two cells, of which the first may be empty. */
export function readStatedLevel(kind: QualificationKind | null, written: string | null): StatedLevel {
  if (written === null)
    return kind === null
      ? { says: 'nothing' }
      : { says: 'holds', kind, level: null, field: null, name: null };
  if (saysLacking(written))
    return kind === null
      ? { says: 'wrong', column: 'kind', fault: ROSTER_FAULTS.kindMissing() }
      : { says: 'lacks', kind };
  const level = levelOf(written, kind);
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
