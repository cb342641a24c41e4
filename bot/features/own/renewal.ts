import { KIND_NAMES } from '../../../domain/levelNames.ts';
import type { Condition } from '../../../domain/requirement.ts';
import { type CitedFinding, readStanding } from '../../../personnel/standing.ts';
import { levelsAsked } from '../../../requirements/levelsAsked.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import { describeFinding } from './describeFinding.ts';
import { findPerson } from './person.ts';
import { texts } from './texts.ts';

/** "Khi nào tôi phải học lại QPAN": the requirements that come round again or have a day, soonest first. */
export const renewal: IntentFeature = {
  name: 'renewal',
  personal: true,
  intents: ['renewal'],
  commands: [{ name: 'hoclai', description: texts.commands.renewal }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'renewal') return;
    const person = await findPerson({ who: 'self' }, message, services, () => '/hoclai');
    if (!person.found) {
      yield* parts(person.reply);
      return;
    }
    const standing = await readStanding(services.database, { accountId: person.accountId }, person.code, {
      asOf: services.today(),
      assumption: null,
      purpose: { channel: message.channel, reason: 'own', purpose: texts.purposes.renewal },
    });
    const about = (standing?.findings ?? [])
      .filter(({ requirement, due }) => due !== null || comesRound(requirement.needs))
      .filter(
        ({ requirement }) =>
          intent.topic === null ||
          levelsAsked(requirement.needs).some(({ kind }) => kind === intent.topic?.kind),
      )
      .sort(bySoonest);
    const none =
      intent.topic === null ? texts.renewalNone : texts.renewalNoneOf(KIND_NAMES[intent.topic.kind]);
    yield* parts({
      outcome: 'record',
      personal: true,
      blocks: [
        { kind: 'text', text: about.length === 0 ? none : texts.renewalTitle, tone: 'plain' },
        ...about.map((finding) => describeFinding(finding)),
      ],
      choices: [],
    });
  },
};

function comesRound(condition: Condition): boolean {
  if (condition.form === 'renewed' || condition.form === 'training_days') return true;
  if (condition.form === 'all' || condition.form === 'any') return condition.of.some(comesRound);
  return condition.form === 'within' && comesRound(condition.condition);
}

function bySoonest(a: CitedFinding, b: CitedFinding): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999');
}
