import { addMonths, type IsoDate } from '../../domain/day.ts';
import { earliest, latest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, Post } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { isCurrent } from './career.ts';
import type { Check } from './check.ts';
import type { Day } from './dates.ts';
import type { Place } from './leaf.ts';

type Within = Extract<Condition, { readonly form: 'within' }>;

/**
 * A condition with a last day: the day never changes the status, it tells until when what is missing is to be obtained. `lastDay`
 * gives `null` where the day is not known.
 */
function limited(
  check: Check,
  asOf: Day,
  lastDay: (record: CadreRecord, place: Place | null) => IsoDate | null,
): Check {
  return {
    ...check,
    explain: (subject, place) => {
      const explanation = check.explain(subject, place);
      if (check.judge(subject) !== 'missing') return explanation;
      const day = lastDay(subject.record, place);
      return { ...explanation, deadline: day === null ? null : { day, overdue: day < asOf.iso } };
    },
  };
}

/** A time limit that runs from an event; `from` is the first day of the rule, before which no limit can begin to run. */
export function createTimeLimit(within: Within, check: Check, asOf: Day, from: IsoDate | null): Check {
  return limited(check, asOf, (record, place) => {
    const event = eventDate(within.after, record, place, asOf);
    return event === null ? null : lastDayAfter(event, within, from);
  });
}

/** A last day that is the same for everyone. */
export function createDayLimit(day: IsoDate, check: Check, asOf: Day): Check {
  return limited(check, asOf, () => day);
}

/** Of a date that is known in part the most favourable day counts: what may still be in time is not overdue. */
function lastDayAfter(event: PartialDate, { months, transition }: Within, from: IsoDate | null): IsoDate {
  const last = latest(event);
  if (transition !== null && last < transition.before) return transition.due;
  const day = addMonths(from !== null && last < from ? from : last, months);
  const mayBeEarlier = transition !== null && earliest(event) < transition.before;
  return mayBeEarlier && transition.due > day ? transition.due : day;
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
