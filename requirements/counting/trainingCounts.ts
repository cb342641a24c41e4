import type { IsoDate } from '../../domain/day.ts';
import { QUALIFICATION_KINDS, type QualificationKind } from '../../domain/ladders.ts';
import { KIND_NAMES } from '../../domain/levelNames.ts';
import { type CadreRecord, TRAINING_MODES, type Training, type TrainingMode } from '../../domain/record.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';
import { dayOf, notAfter, notBefore } from '../judge/dates.ts';
import { finished } from '../judge/qualificationFit.ts';
import { both } from '../judge/verdict.ts';

/** One person in two classes is one person and two attendances (lượt). */
export type TrainingFigures = {
  readonly people: number;
  readonly women: number;
  readonly attendances: number;
  /** Days of all attendances together, as far as they are recorded. */
  readonly days: number;
  /** Attendances whose length is not recorded, so that `days` is too little. */
  readonly withoutDays: number;
};

/** Attendances of the parts sum to the whole; people do not, as one person may stand in several. */
export type TrainingPart = TrainingFigures & {
  /** A kind, a mode, a programme's folded name, `abroad`, `domestic`; `unknown` where the record does not say. */
  readonly key: string;
  readonly label: string;
};

export type TrainingCounts = {
  readonly from: IsoDate | null;
  readonly until: IsoDate;
  readonly total: TrainingFigures;
  /** Parts that nobody attended are left out; `unknown` stands last. */
  readonly byKind: readonly TrainingPart[];
  readonly byProgramme: readonly TrainingPart[];
  readonly byMode: readonly TrainingPart[];
  readonly byPlace: readonly TrainingPart[];
  /** Attendances that were not completed; not part of any figure above. */
  readonly notCompleted: number;
  /** Attendances without a date, or with one that may lie outside the period; not part of any figure above. */
  readonly undated: number;
};

const MODE_NAMES: Readonly<Record<TrainingMode, string>> = {
  in_person: 'Trực tiếp',
  online: 'Trực tuyến',
  blended: 'Trực tiếp kết hợp trực tuyến',
};
const UNKNOWN = { key: 'unknown', label: 'Chưa rõ' };
const NO_KIND = { key: 'unknown', label: 'Chưa rõ loại' };
const NO_PROGRAMME = { key: 'unknown', label: 'Không ghi chương trình, đề án' };

/** Counts trainings by the day on which they ended (else began), both ends of the period inclusive. Pure. */
export function countTrainings(
  cadres: readonly CadreRecord[],
  period: { readonly from: IsoDate | null; readonly until: IsoDate },
): TrainingCounts {
  const within = createPeriodTest(period);
  const total = createTally();
  const kinds = createTallies();
  const programmes = createTallies();
  const modes = createTallies();
  const places = createTallies();
  let notCompleted = 0;
  let undated = 0;
  for (const cadre of cadres) {
    for (const training of cadre.trainings) {
      const status = within(training);
      if (status === 'missing') continue;
      if (status === 'unknown') undated += 1;
      else if (training.completed === false) notCompleted += 1;
      else {
        total.add(cadre, training);
        kinds.add(kindOf(training.kind), cadre, training);
        programmes.add(programmeOf(training.programme), cadre, training);
        modes.add(modeOf(training.mode), cadre, training);
        places.add(placeOf(training.abroad), cadre, training);
      }
    }
  }
  const collator = new Intl.Collator('vi');
  return {
    ...period,
    total: total.figures(),
    byKind: kinds.parts(inOrderOf(QUALIFICATION_KINDS)),
    byProgramme: programmes.parts((a, b) => collator.compare(a.label, b.label)),
    byMode: modes.parts(inOrderOf(TRAINING_MODES)),
    byPlace: places.parts(inOrderOf(['domestic', 'abroad'])),
    notCompleted,
    undated,
  };
}

function createPeriodTest(period: {
  readonly from: IsoDate | null;
  readonly until: IsoDate;
}): (training: Training) => Status {
  const from = period.from === null ? null : dayOf(period.from);
  const until = dayOf(period.until);
  return (training) => {
    const date = finished(training);
    if (date === null) return 'unknown';
    return both(from === null ? 'met' : notBefore(date, from), notAfter(date, until));
  };
}

type Key = { readonly key: string; readonly label: string };

function kindOf(kind: QualificationKind | null): Key {
  if (kind === null) return NO_KIND;
  const name = KIND_NAMES[kind];
  return { key: kind, label: name.charAt(0).toUpperCase() + name.slice(1) };
}

function programmeOf(programme: string | null): Key {
  return programme === null ? NO_PROGRAMME : { key: nameKey(programme), label: programme };
}

function modeOf(mode: TrainingMode | null): Key {
  return mode === null ? UNKNOWN : { key: mode, label: MODE_NAMES[mode] };
}

function placeOf(abroad: boolean | null): Key {
  if (abroad === null) return UNKNOWN;
  return abroad ? { key: 'abroad', label: 'Ở nước ngoài' } : { key: 'domestic', label: 'Trong nước' };
}

type Order = (a: TrainingPart, b: TrainingPart) => number;

function inOrderOf(keys: readonly string[]): Order {
  return (a, b) => keys.indexOf(a.key) - keys.indexOf(b.key);
}

function createTally() {
  let lastPerson: CadreRecord | null = null;
  const figures = { people: 0, women: 0, attendances: 0, days: 0, withoutDays: 0 };
  return {
    /** A person's trainings come one after the other: whoever is not the last one is new. */
    add: (cadre: CadreRecord, { days }: Training): void => {
      if (cadre !== lastPerson) {
        lastPerson = cadre;
        figures.people += 1;
        if (cadre.sex === 'female') figures.women += 1;
      }
      figures.attendances += 1;
      if (days === null) figures.withoutDays += 1;
      else figures.days += days;
    },
    figures: (): TrainingFigures => ({ ...figures }),
  };
}

function createTallies() {
  const tallies = new Map<
    string,
    { readonly label: string; readonly tally: ReturnType<typeof createTally> }
  >();
  return {
    add: ({ key, label }: Key, cadre: CadreRecord, training: Training): void => {
      let found = tallies.get(key);
      if (found === undefined) {
        found = { label, tally: createTally() };
        tallies.set(key, found);
      }
      found.tally.add(cadre, training);
    },
    parts: (order: Order): readonly TrainingPart[] =>
      [...tallies]
        .map(([key, { label, tally }]) => ({ key, label, ...tally.figures() }))
        .sort((a, b) => Number(a.key === 'unknown') - Number(b.key === 'unknown') || order(a, b)),
  };
}
