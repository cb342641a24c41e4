import type { QualificationKind } from '../domain/ladders.ts';
import type { Condition } from '../domain/requirement.ts';

/** Every kind (and level) of qualification that a condition speaks of, whatever its form. */
export function levelsAsked(
  condition: Condition,
): readonly { readonly kind: QualificationKind; readonly level: string | null }[] {
  switch (condition.form) {
    case 'holds':
      return [{ kind: condition.kind, level: condition.level }];
    case 'attended':
      return condition.kind === null ? [] : [{ kind: condition.kind, level: condition.level }];
    case 'all':
    case 'any':
      return condition.of.flatMap(levelsAsked);
    case 'within':
    case 'by':
      return levelsAsked(condition.condition);
    case 'renewed':
      return levelsAsked(condition.of);
    case 'training_days':
      return [{ kind: 'knowledge_update', level: null }];
    default:
      return [];
  }
}
