import type { CadreRecord, Post, Unit, UnitTier } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { unitAndBelow } from '../counting/unitScope.ts';
import type { Status } from '../finding.ts';
import { isCurrent } from './career.ts';
import type { Catalogue } from './catalogue.ts';
import { claims } from './claims.ts';
import type { Day } from './dates.ts';
import type { Leaf } from './leaf.ts';
import * as texts from './texts.ts';
import { both, either } from './verdict.ts';

type Form<F extends Condition['form']> = Extract<Condition, { readonly form: F }>;

/** Tier of the unit of a current post, else the one that the catalogue gives the post, else that of the person's own unit. */
export function createUnitTier(
  { tiers }: Form<'unit_tier'>,
  units: ReadonlyMap<string, Unit>,
  catalogue: Catalogue,
  asOf: Day,
): Leaf {
  const wanted = new Set(tiers);
  const tierOf = ({ unit, position }: Post, record: CadreRecord): UnitTier | null =>
    (unit === null ? null : units.get(unit)?.tier) ??
    catalogue.find(position).entry?.tier ??
    // A unit that nobody knows is not the own one.
    (unit === null ? ownTier(record) : null);
  const ownTier = (record: CadreRecord): UnitTier | null => units.get(record.unit)?.tier ?? null;
  const judge = (tier: UnitTier | null): Status => {
    if (tier === null) return 'unknown';
    return wanted.has(tier) ? 'met' : 'missing';
  };
  return {
    fact: texts.FACTS.unitTier,
    claim: claims.unit_tier(tiers),
    verdict: (record) => {
      let status: Status | null = null;
      let mayFit = false;
      let mayNot = false;
      for (const post of record.posts) {
        const current = isCurrent(post, asOf);
        const here = judge(tierOf(post, record));
        if (current === 'met') status = status === null ? here : either(status, here);
        mayFit ||= current === 'unknown' && here !== 'missing';
        mayNot ||= current === 'unknown' && here !== 'met';
      }
      // One current post that fits is enough; without any, the person's own unit counts, unless a doubtful post is current.
      if (status === null) {
        const own = judge(ownTier(record));
        return (own === 'met' && mayNot) || (own === 'missing' && mayFit) ? 'unknown' : own;
      }
      return status === 'missing' && mayFit ? 'unknown' : status;
    },
    explain: (record, verdict) => {
      const post = record.posts.find(
        (each) => isCurrent(each, asOf) === 'met' && judge(tierOf(each, record)) === verdict,
      );
      const tier = post === undefined ? ownTier(record) : tierOf(post, record);
      return {
        clause: texts.unitTier(tier),
        fact: tier === null ? null : texts.unitTierLine(tier),
        deadline: null,
      };
    },
  };
}

/** The person's own unit, or that of a current post, is one of those named or stands below one. */
export function createUnit(
  { units: named }: Form<'unit'>,
  units: ReadonlyMap<string, Unit>,
  asOf: Day,
): Leaf {
  const known = [...units.values()];
  const scope = new Set(named.flatMap((code) => [...unitAndBelow(code, known)]));
  const names = named.map((code) => units.get(code)?.name ?? code);

  function judge(code: string): Status {
    if (scope.has(code)) return 'met';
    const unit = units.get(code);
    if (unit === undefined) return 'unknown';
    // Whoever is still recorded in a former unit may have gone to any that took over from it.
    const ended = unit.until !== null && unit.until < asOf.iso;
    return ended && unit.successors.some((successor) => scope.has(successor)) ? 'unknown' : 'missing';
  }

  return {
    fact: texts.FACTS.unit,
    claim: claims.unit(names),
    verdict: (record) =>
      record.posts.reduce<Status>(
        (status, post) =>
          post.unit === null ? status : either(status, both(judge(post.unit), isCurrent(post, asOf))),
        judge(record.unit),
      ),
    explain: (record, verdict) => {
      const own = units.get(record.unit)?.name ?? null;
      return {
        clause: texts.unit(verdict, names, own),
        fact: own === null ? null : texts.unitLine(own),
        deadline: null,
      };
    },
  };
}
