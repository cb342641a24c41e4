import { writeDate } from '../../../domain/citation.ts';
import { type CitedFinding, readStanding, type Standing } from '../../../personnel/standing.ts';
import { concerns } from '../../../personnel/whoLacks.ts';
import { drawGaps } from '../../../reports/gapPicture.ts';
import type { WrittenLevel } from '../../../vietnamese/levels.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Block, Choice, Message, ReplyPart } from '../../message.ts';
import { list, note, pictureOrNone, plain, title, warning } from '../../reply/blocks.ts';
import { describeFinding } from './describeFinding.ts';
import { findPerson } from './person.ts';
import { texts } from './texts.ts';

type GapsIntent = Extract<Intent, { kind: 'gaps' }>;

/** "Tôi còn thiếu gì": what is met, missing and unknown, by rules and never by a model, each line with its provision. */
export const gaps: IntentFeature = {
  name: 'gaps',
  personal: true,
  intents: ['gaps'],
  commands: [
    { name: 'thieu', description: texts.commands.gaps },
    { name: 'neu', description: null },
  ],
  async *answer(intent, message, services) {
    if (intent.kind === 'gaps') yield* answerGaps(intent, message, services);
  },
};

async function* answerGaps(
  intent: GapsIntent,
  message: Message,
  services: Services,
): AsyncGenerator<ReplyPart> {
  const person = await findPerson(intent.whom, message, services, (code) => `/thieu ${code}`);
  if (!person.found) {
    yield* parts(person.reply);
    return;
  }
  const standing = await readStanding(services.database, { accountId: person.accountId }, person.code, {
    asOf: intent.asOf ?? services.today(),
    assumption: intent.assumption,
    purpose: { channel: message.channel, reason: person.reason, purpose: texts.purposes.gaps },
  });
  if (standing === null) {
    yield* parts({
      outcome: 'record',
      blocks: [plain(texts.notYours)],
      choices: [],
    });
    return;
  }
  if (intent.topic !== null) {
    yield* parts({
      outcome: 'record',
      personal: true,
      blocks: describeTopic(standing, intent.topic),
      choices: [],
    });
    return;
  }
  if (!standing.assumptionKnown && standing.assumption !== null) {
    yield* parts({
      outcome: 'record',
      personal: true,
      blocks: [warning(texts.unknownPosition(standing.assumption.name))],
      choices: [],
    });
    return;
  }
  for (const block of describeHead(standing)) yield { kind: 'block', block };
  for (const block of await pictureOf(standing)) yield { kind: 'block', block };
  for (const block of describeBody(standing)) yield { kind: 'block', block };
  yield {
    kind: 'done',
    outcome: 'record',
    personal: true,
    choices: intent.whom.who === 'self' ? nextQuestions(standing) : [],
  };
}

const counted = ({ findings }: Standing) => ({
  met: findings.filter(({ status }) => status === 'met'),
  missing: findings.filter(({ status }) => status === 'missing'),
  unknown: findings.filter(({ status }) => status === 'unknown'),
});

/** The short summary that comes first. */
function describeHead(standing: Standing): Block[] {
  const { met, missing, unknown } = counted(standing);
  const { findings, assumption } = standing;
  return [
    title(texts.gapsTitle(standing.record.name)),
    ...(assumption === null ? [] : [plain(texts.assumed(assumption))]),
    findings.length === 0
      ? plain(`${texts.nothingBinds} ${texts.asOf(writeDate(standing.asOf))}`)
      : plain(
          `${texts.summary(met.length, findings.length, missing.length, unknown.length)} ${texts.asOf(writeDate(standing.asOf))}`,
        ),
    ...(standing.gatesMet || findings.length === 0 ? [] : [warning(texts.gateClosed)]),
    ...standing.notes.map(warning),
  ];
}

/** A line for each gap with its citation, what is not known, then what is met in short, then what to do next. */
function describeBody(standing: Standing): Block[] {
  const { met, missing, unknown } = counted(standing);
  const { assumption } = standing;
  const open = [...assumedFirst(missing, assumption), ...assumedFirst(unknown, assumption)];
  const steps = [
    ...new Set(missing.flatMap(({ requirement }) => requirement.nextStep ?? [])),
    // What is only not known calls for papers, not for a class.
    ...(unknown.length > 0 ? [texts.bringPapers] : []),
  ];
  return [
    // What to do next stands together at the end.
    ...open.map((finding) => ({ ...describeFinding(finding, assumption), nextStep: null })),
    ...(open.length === 0 && met.length > 0 ? [plain(texts.allMet)] : []),
    ...(met.length === 0 ? [] : [title(texts.metTitle), list(met.map(metLine))]),
    ...(steps.length === 0 ? [] : [title(texts.next), list(steps)]),
    ...(standing.findings.some(({ requirement }) => requirement.status !== 'approved')
      ? [note(texts.sampleNote)]
      : []),
    note(texts.wrongHint),
  ];
}

/** What the supposed post or grade asks stands before what is asked anyway. */
function assumedFirst(
  findings: readonly CitedFinding[],
  assumption: Standing['assumption'],
): readonly CitedFinding[] {
  if (assumption === null) return findings;
  const byIt = ({ basis }: CitedFinding) => basis.kind === assumption.kind && basis.name === assumption.name;
  return [...findings.filter(byIt), ...findings.filter((finding) => !byIt(finding))];
}

function metLine(finding: CitedFinding): string {
  const { label, due, mark } = describeFinding(finding);
  const line = texts.metLine(finding.requirement.title, finding.fact ?? finding.reason);
  return [line, label, due, mark].filter((part) => part !== null).join(' · ');
}

/** Only what concerns one kind: "tại sao tôi thiếu trung cấp LLCT". */
function describeTopic(standing: Standing, topic: WrittenLevel): Block[] {
  const about = standing.findings.filter((finding) => concerns(finding.requirement, topic));
  if (about.length === 0) return [plain(texts.topicNotAsked)];
  const allMet = about.every(({ status }) => status === 'met');
  return [
    ...(allMet ? [plain(texts.topicMet)] : []),
    ...about.map((finding) => describeFinding(finding)),
    note(texts.wrongHint),
  ];
}

function pictureOf(standing: Standing): Promise<readonly Block[]> {
  const { met, missing, unknown } = counted(standing);
  const lines = [...missing, ...unknown, ...met];
  if (lines.length === 0) return Promise.resolve([]);
  const unapproved = lines.some(({ requirement }) => requirement.status !== 'approved');
  const picture = {
    title: texts.gapsTitle(standing.record.name),
    subtitle: texts.pictureAsOf(writeDate(standing.asOf), unapproved ? texts.marks.sample : null),
    met: met.length,
    missing: missing.length,
    unknown: unknown.length,
    lines: lines.map(({ requirement, status }) => ({ label: requirement.title, status })),
  };
  const alt = [
    texts.summary(met.length, lines.length, missing.length, unknown.length),
    ...lines.map(({ requirement, status }) => `${texts.status[status]}: ${requirement.title}.`),
  ];
  return pictureOrNone(() => drawGaps(picture), alt.join(' '));
}

function nextQuestions({ findings }: Standing): Choice[] {
  const renewals = findings.some(({ due }) => due !== null);
  return [
    ...(renewals ? [{ label: texts.choices.renewal, send: '/hoclai' }] : []),
    { label: texts.choices.qualifications, send: '/bangcap' },
  ];
}
