import { addMonths } from '../../domain/day.ts';
import { latest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, Post } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { isCurrent } from './career.ts';
import type { Check } from './check.ts';
import type { Day } from './dates.ts';
import type { Place } from './leaf.ts';

type Within = Extract<Condition, { readonly form: 'within' }>;

/** A condition with a time limit: the limit never changes the status, it tells until when what is missing is to be obtained. */
export function createTimeLimit(within: Within, check: Check, asOf: Day): Check {
  return {
    ...check,
    explain: (subject, place) => {
      const explanation = check.explain(subject, place);
      if (check.judge(subject) !== 'missing') return explanation;
      const event = eventDate(within.after, subject.record, place, asOf);
      if (event === null) return { ...explanation, deadline: null };
      const day = addMonths(latest(event), within.months);
      return { ...explanation, deadline: { day, overdue: day < asOf.iso } };
    },
  };
}

const PLACE_OF = { appointment: 'post', planning: 'planned', grade: 'grade' } as const;

function eventDate(
  after: Within['after'],
  record: CadreRecord,
  place: Place | null,
  asOf: Day,
): PartialDate | null {
  if (after === 'recruitment') return record.recruited;
  if (place?.kind === PLACE_OF[after]) return place.from;
  const list: readonly Pick<Post, 'from' | 'until'>[] =
    after === 'appointment' ? record.posts : after === 'planning' ? record.planned : record.grades;
  const begun = list.filter((entry) => isCurrent(entry, asOf) === 'met').map(({ from }) => from);
  return begun.reduce(
    (newest, from) => (from !== null && (newest === null || from > newest) ? from : newest),
    null,
  );
}
