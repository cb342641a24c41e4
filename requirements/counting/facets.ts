import type { IsoDate } from '../../domain/day.ts';
import { LADDERS, type QualificationKind, rung } from '../../domain/ladders.ts';
import { levelName } from '../../domain/levelNames.ts';
import { earliest, latest } from '../../domain/partialDate.ts';
import type { CadreRecord, Unit, UnitTier } from '../../domain/record.ts';
import type { Position } from '../../domain/requirement.ts';
import { createPositionLeaf } from '../judge/career.ts';
import { createCatalogue } from '../judge/catalogue.ts';
import { type Day, dayOf, yearsBetween } from '../judge/dates.ts';
import type { Leaf } from '../judge/leaf.ts';
import { createEthnicity, createParty } from '../judge/personLeaves.ts';
import { createQualificationFit } from '../judge/qualificationFit.ts';
import type { Facet } from './facet.ts';
import { distinctNames } from './unitNames.ts';

/** How a facet sorts people: its parts in their order, and into which of them a person belongs. */
export type Sorter = {
  readonly label: string;
  readonly parts: readonly { readonly key: string; readonly label: string }[];
  readonly keyOf: (cadre: CadreRecord) => string;
};

type Setting = {
  readonly units: readonly Unit[];
  readonly asOf: IsoDate;
  readonly positions: readonly Position[];
};

const UNKNOWN = { key: 'unknown', label: 'Chưa rõ' };

const LABELS: Readonly<Record<Facet, string>> = {
  unit: 'Đơn vị',
  tier: 'Cấp',
  sex: 'Giới tính',
  age: 'Độ tuổi',
  political_theory: 'Lý luận chính trị',
  degree: 'Chuyên môn',
  state_management: 'Quản lý nhà nước',
  leadership_post: 'Chức vụ lãnh đạo, quản lý',
  party: 'Đảng viên',
  ethnicity: 'Dân tộc',
};

const TIER_NAMES: Readonly<Record<UnitTier, string>> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
};

/** Lowest age of each band, from the youngest. */
const AGE_BANDS = [0, 30, 35, 40, 45, 50, 55];

export function createSorter(facet: Facet, setting: Setting): Sorter {
  const { parts, keyOf } = partsOf(facet, setting);
  return { label: LABELS[facet], parts: [...parts, UNKNOWN], keyOf };
}

type Parts = Omit<Sorter, 'label'>;

function partsOf(facet: Facet, { units, asOf, positions }: Setting): Parts {
  const day = dayOf(asOf);
  switch (facet) {
    case 'unit':
      return byUnit(units);
    case 'tier':
      return byTier(units);
    case 'sex':
      return {
        parts: [
          { key: 'female', label: 'Nữ' },
          { key: 'male', label: 'Nam' },
        ],
        keyOf: ({ sex }) => sex ?? UNKNOWN.key,
      };
    case 'age':
      return byAge(asOf);
    case 'political_theory':
    case 'degree':
    case 'state_management':
      return byLevel(facet, day);
    case 'leadership_post':
      return byLeaf(
        createPositionLeaf(
          { form: 'post', positions: [], leadership: true, months: null },
          createCatalogue(positions),
          day,
        ),
        { key: 'leader', label: 'Giữ chức vụ lãnh đạo, quản lý' },
        { key: 'other', label: 'Không giữ chức vụ lãnh đạo, quản lý' },
      );
    case 'party':
      return byLeaf(
        createParty({ form: 'party', member: true }, day),
        { key: 'member', label: 'Đảng viên' },
        { key: 'other', label: 'Chưa là đảng viên' },
      );
    case 'ethnicity':
      return byLeaf(
        createEthnicity({ form: 'ethnicity', minority: true }),
        { key: 'minority', label: 'Dân tộc thiểu số' },
        { key: 'kinh', label: 'Kinh' },
      );
  }
}

type Part = { readonly key: string; readonly label: string };

/** By what the same judgement says that targets and requirements rest on. */
function byLeaf(leaf: Leaf, ifSo: Part, ifNot: Part): Parts {
  return {
    parts: [ifSo, ifNot],
    keyOf: (cadre) => {
      const verdict = leaf.verdict(cadre);
      if (verdict === 'met') return ifSo.key;
      return verdict === 'missing' ? ifNot.key : UNKNOWN.key;
    },
  };
}

function byUnit(units: readonly Unit[]): Parts {
  const names = distinctNames(units);
  return {
    parts: units.map(({ code }) => ({ key: code, label: names.get(code) ?? code })),
    keyOf: ({ unit }) => (names.has(unit) ? unit : UNKNOWN.key),
  };
}

function byTier(units: readonly Unit[]): Parts {
  const tiers = new Map(units.map(({ code, tier }) => [code, tier]));
  return {
    parts: (['central', 'province', 'commune'] as const).map((key) => ({ key, label: TIER_NAMES[key] })),
    keyOf: ({ unit }) => tiers.get(unit) ?? UNKNOWN.key,
  };
}

function byAge(asOf: IsoDate): Parts {
  const bandOf = (age: number): number | undefined => AGE_BANDS.findLast((from) => age >= from);
  const parts = AGE_BANDS.map((from, index) => {
    const next = AGE_BANDS[index + 1];
    if (next === undefined) return { key: String(from), label: `${from} trở lên` };
    return { key: String(from), label: from === 0 ? `Dưới ${next}` : `${from}–${next - 1}` };
  });
  return {
    parts,
    keyOf: ({ birth }) => {
      if (birth === null) return UNKNOWN.key;
      const youngest = bandOf(yearsBetween(latest(birth), asOf));
      if (birth.length === 10) return youngest === undefined ? UNKNOWN.key : String(youngest);
      const oldest = bandOf(yearsBetween(earliest(birth), asOf));
      return youngest === undefined || youngest !== oldest ? UNKNOWN.key : String(youngest);
    },
  };
}

/**
 * By the highest level that is surely held: a record that names a level is taken to name the highest one. What is
 * recorded without a level, or may not have been issued by then, leaves it unknown only where nothing else is sure.
 */
function byLevel(kind: QualificationKind, day: Day): Parts {
  const levels: readonly string[] = LADDERS[kind];
  const fit = createQualificationFit(
    { form: 'holds', kind, level: null, fields: [], names: [], issuedFrom: null, issuedBefore: null },
    day,
  );
  const ladder = levels.map((level) => ({ key: level, label: capitalised(levelName(level)) }));
  return {
    parts: [...ladder.reverse(), { key: 'none', label: 'Chưa có' }],
    keyOf: (cadre) => {
      let highest = -1;
      let perhaps = false;
      fit.some(cadre, (status, { level }) => {
        const at = level === null ? -1 : rung(kind, level);
        if (status === 'met' && at > highest) highest = at;
        perhaps ||= status !== 'missing';
        return false;
      });
      const level = levels[highest];
      if (level !== undefined) return level;
      if (perhaps) return UNKNOWN.key;
      return cadre.reviewed !== null || cadre.lacks.includes(kind) ? 'none' : UNKNOWN.key;
    },
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
