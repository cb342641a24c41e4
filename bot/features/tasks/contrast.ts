import { contrastHeadings, contrastTopic } from '../../../answer/tasks/contrast.ts';
import { writeDate, writePath } from '../../../domain/citation.ts';
import { citeHead } from '../../../domain/cite.ts';
import type { StoredDirective } from '../../../domain/directive.ts';
import { CHANGE_KINDS } from '../../../domain/validity.ts';
import type { ProvisionChange } from '../../../ingest/compare/compareTexts.ts';
import { relationsOf } from '../../../ingest/relations/relationsOf.ts';
import { compareStored } from '../../../ingest/uploads/differences.ts';
import { questionTerms } from '../../../retrieve/question.ts';
import { readDirective } from '../../../store/directives.ts';
import { listVersions } from '../../../store/standing.ts';
import { markValidity } from '../../../store/validity.ts';
import { documentNumberKey } from '../../../vietnamese/documentNumber.ts';
import { terms } from '../../../vietnamese/terms.ts';
import { fold } from '../../../vietnamese/text.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent, TasksIntent } from '../../intents/intent.ts';
import type { Choice, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { fileOf } from '../staff/view.ts';
import { type ContrastTable, changeTable, headingTable, topicTable } from './contrastTables.ts';
import { documentCalled, nameOf, openChoice, said } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.contrast;

type Contrast = Extract<TasksIntent, { kind: 'contrast' }>;
type Two = readonly [StoredDirective, StoredDirective];

/** Rows that one chat message holds. */
const MOST_ROWS = 6;

/**
 * "So sánh quyết định 915 với 958 về số ngày": by provision where one changes the other or both are versions of one document, else
 * the provisions about the same topic side by side; with the whole table as a file.
 */
export const contrast: IntentFeature = {
  name: 'contrast',
  personal: false,
  intents: ['contrast'],
  commands: [{ name: 'doichieu', description: taskTexts.commands.contrast }],
  async *answer(intent, _, services) {
    if (intent.kind !== 'contrast') return;
    const called = await calledBy(intent, services);
    if ('reply' in called) return yield* parts(called.reply);
    const table = await tableOf(called.two, intent.topic, services);
    if (table === null) {
      return yield* parts(said(texts.bothSilent(intent.topic ?? ''), 'not_found'));
    }
    const again = againOf(called.two, intent.topic);
    yield* parts(
      intent.output === 'chat' ? inChat(table, again) : await asFile(table, intent.output, again, services),
    );
  },
};

/** Admins compare documents by their numbers in a way of their own; for everybody else's sentence this is the same wish. */
export function asContrast(intent: Intent | null): Contrast | null {
  if (intent?.kind !== 'compare' || intent.what.kind !== 'numbered') return null;
  const { one, other } = intent.what;
  return { kind: 'contrast', what: { one, other }, topic: null, output: 'chat' };
}

async function calledBy(
  { what, topic }: Contrast,
  services: Services,
): Promise<{ readonly two: Two } | { readonly reply: Reply }> {
  const { database } = services;
  if ('before' in what) {
    const one = await readDirective(database, what.before);
    const other = await readDirective(database, what.after);
    return one === null || other === null ? { reply: said(texts.how) } : { two: [one, other] };
  }
  if (what.one === '') return { reply: said(texts.how) };
  const one = await documentCalled(what.one, (id) => `/xem ${id}`, services);
  if ('reply' in one) return one;
  if (what.other === null) {
    const versions = await listVersions(database, one.document.id);
    const before = versions[versions.findIndex(({ id }) => id === one.document.id) - 1];
    const older = before === undefined ? null : await readDirective(database, before.id);
    return older === null ? { reply: said(texts.same) } : { two: [older, one.document] };
  }
  const typed =
    /^\D*\d/u.test(what.other) && one.document.header.type !== null && /^(?:số )?\d/iu.test(what.other);
  // "quyết định 915 với 958": the type is said once.
  const written = typed ? `${one.document.header.type} ${what.other}` : what.other;
  const asTyped = await documentCalled(
    written,
    (id) => againOf([one.document, { id }], topic).chat,
    services,
  );
  const other =
    'reply' in asTyped && typed
      ? await documentCalled(what.other, (id) => againOf([one.document, { id }], topic).chat, services)
      : asTyped;
  if ('reply' in other) return other;
  return other.document.id === one.document.id
    ? { reply: said(texts.same) }
    : { two: [one.document, other.document] };
}

async function tableOf(two: Two, topic: string | null, services: Services): Promise<ContrastTable | null> {
  const { database, search, today } = services;
  const asOf = today();
  const [one, other] = two;
  const names = [nameOf(one), nameOf(other)] as const;
  const shared = { title: texts.title(...names, topic), sample: one.sample || other.sample };
  if (await areRelated(two, services)) {
    const { kind, before, after, changes } = await compareStored(database, one.id, other.id);
    const about = topic === null ? changes : changes.filter((change) => speaksOf(change, topic));
    if (topic === null || about.length > 0) {
      const [older, newer] = before.directiveId === one.id ? two : [other, one];
      const heads = [citeHead(older, null, asOf), citeHead(newer, null, asOf)];
      const [first = heads[0], second = heads[1]] = await markValidity(database, heads, asOf);
      if (first === undefined || second === undefined) return null;
      const heading = kind === 'amendment' ? texts.amendment(after.document, before.document) : shared.title;
      return changeTable({ ...shared, title: heading }, [first, second], about, (change) => {
        const clause = 'clause' in change && typeof change.clause === 'number' ? change.clause : -1;
        const path = newer?.provisions[clause]?.path;
        return path === undefined ? null : writePath(path);
      });
    }
  }
  if (topic === null) {
    return headingTable(shared, names, await contrastHeadings(database, two, asOf));
  }
  const sides = await contrastTopic(database, search, two, topic, asOf);
  return sides.every(({ citation }) => citation === null) ? null : topicTable(shared, names, sides);
}

/** Versions of one document, or one that changes the other. */
async function areRelated([one, other]: Two, { database }: Services): Promise<boolean> {
  const key = ({ header: { number } }: StoredDirective) =>
    number === null ? null : documentNumberKey(number);
  const kinds: readonly string[] = CHANGE_KINDS;
  const changes = (by: StoredDirective, changed: StoredDirective) =>
    relationsOf(by).relations.some(
      ({ kind, target, scope }) =>
        kinds.includes(kind) &&
        scope === 'provision' &&
        target.numberKey !== null &&
        target.numberKey === key(changed),
    );
  if (key(one) !== null && key(one) === key(other)) return true;
  if (changes(one, other) || changes(other, one)) return true;
  return (await listVersions(database, one.id)).some(({ id }) => id === other.id);
}

/** Half of what is asked about stands in the words of the change. */
function speaksOf({ before, after, path }: ProvisionChange, topic: string): boolean {
  const asked = questionTerms(topic).flatMap(({ content, term }) => (content ? [term] : []));
  const held = new Set(terms([...path, before ?? '', after ?? ''].join(' ')));
  return asked.length > 0 && asked.filter((term) => held.has(term)).length >= asked.length / 2;
}

type Again = { readonly chat: string; readonly docx: string; readonly xlsx: string };

/** A choice holds 64 bytes: the topic goes along without diacritics, as many whole words of it as there is room for. */
function againOf(
  [one, other]: readonly [{ readonly id: number }, { readonly id: number }],
  topic: string | null,
): Again {
  const about =
    topic === null
      ? []
      : fold(topic)
          .replace(/[^a-z0-9%]+/g, ' ')
          .trim()
          .split(' ');
  const command = (format: string) => {
    let written = `/doichieu ${format}vb ${one.id} ${other.id}`;
    for (const word of about) {
      if (Buffer.byteLength(`${written} ${word}`) > 64) break;
      written += ` ${word}`;
    }
    return written;
  };
  return { chat: command(''), docx: command('docx '), xlsx: command('xlsx ') };
}

const filesOf = ({ docx, xlsx }: Again): readonly Choice[] => [
  { label: texts.docx, send: docx },
  { label: texts.xlsx, send: xlsx, beside: true },
];

function inChat(table: ContrastTable, again: Again): Reply {
  const shown = table.short.slice(0, MOST_ROWS);
  return {
    outcome: 'document',
    blocks: [
      title(table.title),
      ...(shown.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              title: null,
              columns: table.columns.map((label) => ({ label, align: 'left' as const })),
              rows: shown,
            },
          ]),
      ...(table.remark === null ? [] : [plain(table.remark)]),
      ...(shown.length < table.short.length ? [note(texts.shown(shown.length, table.short.length))] : []),
      ...(table.sample ? [note(taskTexts.sample)] : []),
    ],
    choices: [...(shown.length === 0 ? [] : filesOf(again)), ...table.citations.map(openChoice)],
  };
}

async function asFile(
  { title: heading, columns, rows, sources, sample }: ContrastTable,
  format: 'docx' | 'xlsx',
  { chat }: Again,
  { today }: Services,
): Promise<Reply> {
  const date = today();
  const report = {
    superior: null,
    office: '………………',
    place: '',
    date,
    kind: texts.kind,
    title: heading,
    mark: sample ? texts.mark : null,
    paragraphs: [texts.intro(writeDate(date))],
    tables: [
      { title: texts.kind, columns: columns.map((label) => ({ label, kind: 'text' as const })), rows },
    ],
    sources,
  };
  return {
    outcome: 'document',
    blocks: [await fileOf(report, format, texts.fileName)],
    choices: [{ label: heading.slice(0, 60), send: chat }],
  };
}
