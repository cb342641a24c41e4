import { writeDate } from '../../../domain/citation.ts';
import { KIND_NAMES, RATING_NAMES } from '../../../domain/levelNames.ts';
import { writePartialDate } from '../../../domain/partialDate.ts';
import type { CadreRecord, Unit } from '../../../domain/record.ts';
import { writePeriod, writeQualification, writeTraining } from '../../../requirements/writeFacts.ts';
import { readCadre, readUnits } from '../../../store/records/cadres.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import type { Block } from '../../message.ts';
import { note, plain } from '../../reply/blocks.ts';
import { findPerson } from './person.ts';
import { texts } from './texts.ts';

/** "Hồ sơ của tôi", "bằng cấp của tôi"; for staff also "hồ sơ của anh Nam". */
export const record: IntentFeature = {
  name: 'record',
  personal: true,
  intents: ['record'],
  commands: [
    { name: 'hoso', description: texts.commands.record },
    { name: 'bangcap', description: texts.commands.qualifications },
  ],
  async *answer(intent, message, services) {
    if (intent.kind !== 'record') return;
    const { database } = services;
    const word = intent.part === 'all' ? 'hoso' : 'bangcap';
    const person = await findPerson(intent.whom, message, services, (code) => `/${word} ${code}`);
    if (!person.found) {
      yield* parts(person.reply);
      return;
    }
    const found = await readCadre(database, { accountId: person.accountId }, person.code, {
      channel: message.channel,
      reason: person.reason,
      purpose: texts.purposes.record,
    });
    if (found === null) {
      yield* parts({
        outcome: 'record',
        blocks: [plain(texts.notYours)],
        choices: [],
      });
      return;
    }
    const units = await readUnits(database);
    yield* parts({
      outcome: 'record',
      personal: true,
      blocks: [
        ...(intent.part === 'all' ? describeRecord(found, units) : describeQualifications(found)),
        ...(found.sample ? [note(texts.sampleRecord)] : []),
        ...(intent.whom.who === 'self' ? [note(texts.wrongHint)] : []),
      ],
      choices: [],
    });
  },
};

function describeQualifications(found: CadreRecord): Block[] {
  const lacks = found.lacks.map((kind) => KIND_NAMES[kind]).join(', ');
  return [
    { kind: 'text', text: texts.qualificationsTitle(found.name), tone: 'title' },
    { kind: 'list', items: listOr(found.qualifications.map(writeQualification)) },
    ...(lacks === '' ? [] : [plain(`${texts.record.lacks}: ${lacks}.`)]),
    ...(found.trainings.length === 0
      ? []
      : [
          { kind: 'text' as const, text: texts.record.trainings, tone: 'title' as const },
          { kind: 'list' as const, items: found.trainings.map(writeTraining) },
        ]),
  ];
}

function describeRecord(found: CadreRecord, units: readonly Unit[]): Block[] {
  const { record: labels } = texts;
  const unitName = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  const lines: readonly (readonly [string, string | null])[] = [
    [labels.code, found.code],
    [labels.unit, unitName(found.unit)],
    [labels.birth, found.birth === null ? null : writePartialDate(found.birth)],
    [labels.sex, found.sex === null ? null : texts.sex[found.sex]],
    [labels.party, found.party === null ? null : found.party ? texts.yes : texts.no],
    [labels.recruited, found.recruited === null ? null : writePartialDate(found.recruited)],
    [
      labels.posts,
      joinOr(
        found.posts.map(
          (post) =>
            `${post.position}${post.unit === null ? '' : ` (${unitName(post.unit)})`}${writePeriod(post)}`,
        ),
      ),
    ],
    [
      labels.planned,
      joinOr(
        found.planned.map(
          (post) => `${post.position}${post.term === null ? '' : `, ${post.term}`}${writePeriod(post)}`,
        ),
      ),
    ],
    [
      labels.grades,
      joinOr(
        found.grades.map(
          (grade) => `${grade.name}${grade.code === null ? '' : ` (${grade.code})`}${writePeriod(grade)}`,
        ),
      ),
    ],
    [labels.groups, joinOr(found.groups.map((group) => `${group.name}${writePeriod(group)}`))],
    [
      labels.evaluations,
      joinOr(found.evaluations.map(({ year, rating }) => `${year}: ${RATING_NAMES[rating]}`)),
    ],
    [
      labels.conclusions,
      joinOr(
        found.conclusions.map(
          ({ passed, date }) =>
            `${passed ? texts.passed : texts.failed}${date === null ? '' : ` (${writePartialDate(date)})`}`,
        ),
      ),
    ],
    [labels.reviewed, found.reviewed === null ? null : writeDate(found.reviewed)],
  ];
  return [
    { kind: 'text', text: texts.recordTitle(found.name), tone: 'title' },
    { kind: 'list', items: lines.map(([label, value]) => `${label}: ${value ?? texts.nothingRecorded}`) },
    { kind: 'text', text: texts.record.qualifications, tone: 'title' },
    ...describeQualifications(found).slice(1),
  ];
}

function joinOr(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join('; ');
}

function listOr(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [texts.nothingRecorded] : items;
}
