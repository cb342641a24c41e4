import { type Digest, type DigestPoint, digestOf } from '../../../answer/tasks/digest.ts';
import { shorten, shortenAround } from '../../../answer/tasks/shorten.ts';
import { type Citation, writeCitation, writeDate } from '../../../domain/citation.ts';
import type { StoredDirective } from '../../../domain/directive.ts';
import { proposalsOf } from '../../../ingest/proposals/proposalsOf.ts';
import { relationsOf } from '../../../ingest/relations/relationsOf.ts';
import { readDirective } from '../../../store/directives.ts';
import { readRuleBook } from '../../../store/rules/rules.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { TasksIntent } from '../../intents/intent.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { supersededSentence } from '../../reply/validityWords.ts';
import { texts as common } from '../../texts.ts';
import { ask } from '../ask.ts';
import { type Composed, composedBlocks, composedFor } from './composed.ts';
import { documentCalled, nameOf, placeOf, said } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.summary;

type Summary = Extract<TasksIntent, { kind: 'summary' }>;
type Part = {
  readonly key: string;
  readonly label: string;
  readonly lines: (digest: Digest) => readonly string[];
};

/** UTF-16 units of one line on the first screen, and of one where a part is shown whole. */
const SHORT = 150;
const LONG = 400;
const PAGE = 12;
/** Lines of one part on the first screen. */
const FEW = 3;
const FEW_DIVISIONS = 7;
/** Provisions that a model is given. */
const OFFERED = 10;

/** "Tóm tắt quyết định 915": what a document is, whom it concerns, what stands in it and what it asks, each line with its place. */
export const summary: IntentFeature = {
  name: 'summary',
  personal: false,
  intents: ['summary'],
  commands: [{ name: 'tomtat', description: taskTexts.commands.summary }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'summary') return;
    const called = await calledBy(intent.what, services);
    if ('reply' in called) {
      // "Tóm tắt quy định về bồi dưỡng" may name a document or a matter: where it is no document, it is a question.
      const isMatter = called.reply.outcome === 'not_found' && !/\d/.test(wordsOf(intent.what));
      if (isMatter && called.reply.choices.length === 0) {
        return yield* ask.reply({ ...message, text: wordsOf(intent.what) }, services);
      }
      return yield* parts(called.reply);
    }
    const digest = await readDigest(called.document, services);
    if ('directive' in intent.what && intent.what.part !== null) {
      return yield* parts(onePart(digest, intent.what.part, intent.what.page));
    }
    const slots = { document: nameOf(digest.document) };
    const composed = yield* composedFor(
      { prompt: 'tom-tat', slots, citations: tellingOf(digest) },
      message,
      services,
    );
    yield* parts(firstScreen(digest, composed));
  },
};

const wordsOf = (what: Summary['what']): string => ('words' in what ? what.words : '');

async function calledBy(what: Summary['what'], services: Services) {
  if ('words' in what) {
    if (what.words === '') return { reply: said(texts.how) };
    return documentCalled(what.words, (id) => `/tomtat vb ${id}`, services);
  }
  const document = await readDirective(services.database, what.directive);
  return document === null ? { reply: said(texts.how) } : { document };
}

async function readDigest(document: StoredDirective, { database, today }: Services): Promise<Digest> {
  const read = { ...relationsOf(document), ...proposalsOf(document) };
  return digestOf(database, document, read, await readRuleBook(database), today());
}

function firstScreen(digest: Digest, composed: Composed): Reply {
  const { document, head } = digest;
  const { issuer, issued, title: about } = document.header;
  const ended = supersededSentence(head);
  const facts = texts.facts(issuer, issued === null ? null : writeDate(issued));
  const named = nameOf(document);
  return {
    outcome: 'document',
    blocks: [
      title(about === null || named.includes(about) ? named : `${named} – ${shorten(about, 160)}`),
      ...(facts === '' ? [] : [plain(`${facts}.`)]),
      plain(texts.validity(validityOf(head))),
      ...(ended === null ? [] : [warning(ended)]),
      ...amendedBy(head),
      ...('why' in composed ? (composed.why === null ? [] : [note(composed.why)]) : composedBlocks(composed)),
      // What a model said in sentences need not be said again in lines.
      ...('why' in composed ? PARTS : PARTS.slice(0, 2)).flatMap((part) => inShort(part, digest)),
      note(texts.note),
      ...(document.sample ? [note(taskTexts.sample)] : []),
    ],
    choices: [...PARTS.flatMap((part) => partChoice(part, digest)), openDocument(document)],
  };
}

/** `hiệu lực từ 01/4/2026`, as a citation says it. */
function validityOf(head: Citation): string {
  return /\(([^()]*)\)$/.exec(writeCitation({ ...head, path: [] }))?.[1] ?? '';
}

/** Which stored documents change it. */
function amendedBy({ document, changes }: Citation): readonly Block[] {
  const amending = new Map(changes.map((change) => [change.document, change.since]));
  const names = [...amending].map(([name, since]) =>
    since === null ? name : `${name} (${common.effective(writeDate(since))})`,
  );
  return names.length === 0 ? [] : [warning(common.amendedBy(document, names))];
}

/** The provisions that tell most: whom it concerns, what it demands and changes, its days. */
function tellingOf({ concerns, demands, changes, dates, outline }: Digest): readonly Citation[] {
  const few = (points: readonly DigestPoint[], most: number) =>
    points.slice(0, most).map(({ citation }) => citation);
  const all = [...few(concerns, 2), ...few(demands, 4), ...few(changes, 3), ...few(dates, 3)];
  const chosen = all.length > 0 ? all : few(outline, 4);
  return chosen
    .filter(
      ({ start, end, quote }, at) =>
        quote.length <= 4_000 && chosen.findIndex((other) => other.start <= start && other.end >= end) === at,
    )
    .slice(0, OFFERED);
}

function lineOf({ words, at, citation }: DigestPoint, most: number, behind = ''): string {
  const short = at === undefined ? shorten(words, most) : shortenAround(words, at, most);
  return `${short.replace(/[.;,]$/, '')} (${placeOf(citation)}${behind})`;
}

const PARTS: readonly (Part & { readonly short: (digest: Digest) => readonly string[] })[] = [
  {
    key: 'phamvi',
    label: texts.concerns,
    short: ({ concerns }) => concerns.map((point) => lineOf(point, SHORT)),
    lines: ({ concerns }) => concerns.map((point) => lineOf(point, 900)),
  },
  {
    key: 'bocuc',
    label: texts.outline,
    short: ({ outline }) => outline.map(({ words, articles }) => divisionLine(words, articles)),
    lines: ({ outline }) =>
      outline.map(({ words, articles }) =>
        articles.length === 0 ? words : `${words}: ${shorten(articles.join('; '), 900)}`,
      ),
  },
  {
    key: 'yeucau',
    label: texts.demands,
    short: ({ demands }) => demands.map((point) => lineOf(point, SHORT)),
    lines: ({ demands }) => demands.map((point) => lineOf(point, LONG, `; ${texts.statuses[point.status]}`)),
  },
  {
    key: 'thaydoi',
    label: texts.changes,
    short: ({ changes }) => changes.map((point) => lineOf(point, SHORT)),
    lines: ({ changes }) => changes.map((point) => lineOf(point, LONG)),
  },
  {
    key: 'moc',
    label: texts.dates,
    short: ({ dates }) => dates.map((point) => lineOf(point, SHORT)),
    lines: ({ dates }) => dates.map((point) => lineOf(point, LONG)),
  },
];

function divisionLine(words: string, articles: readonly string[]): string {
  const labels = articles.flatMap((article) => /^Điều \S+?(?=\.?(?:\s|$))/u.exec(article)?.[0] ?? []);
  const [first, last] = [labels[0], labels.at(-1)];
  return first === undefined || last === undefined
    ? shorten(words, SHORT)
    : `${shorten(words, SHORT)}: ${texts.articles(first, last, labels.length)}`;
}

function inShort({ key, label, short }: (typeof PARTS)[number], digest: Digest): readonly Block[] {
  const lines = short(digest);
  if (lines.length === 0) return [];
  const most = key === 'bocuc' ? FEW_DIVISIONS : FEW;
  const left = lines.length - most;
  return [plain(label), list([...lines.slice(0, most), ...(left > 0 ? [texts.more(left)] : [])])];
}

function partChoice({ key, label, lines }: Part, { document, ...digest }: Digest): readonly Choice[] {
  const count = lines({ document, ...digest }).length;
  return count === 0 ? [] : [{ label: texts.allOf(label, count), send: `/tomtat vb ${document.id} ${key}` }];
}

const openDocument = (document: StoredDirective): Choice => ({
  label: shorten(taskTexts.open(nameOf(document)), 60),
  send: `/xem ${document.id}`,
});

function onePart(digest: Digest, key: string, asked: number): Reply {
  const { document } = digest;
  const part = PARTS.find((one) => one.key === key);
  const lines = part?.lines(digest) ?? [];
  const pages = Math.max(Math.ceil(lines.length / PAGE), 1);
  const page = Math.min(Math.max(asked, 1), pages);
  return {
    outcome: 'document',
    blocks: [
      title(texts.page(part?.label ?? '', nameOf(document), page, pages)),
      lines.length === 0 ? plain(texts.empty) : list(lines.slice((page - 1) * PAGE, page * PAGE)),
      ...(document.sample ? [note(taskTexts.sample)] : []),
    ],
    choices: [
      ...(page < pages ? [{ label: texts.next, send: `/tomtat vb ${document.id} ${key} ${page + 1}` }] : []),
      { label: taskTexts.back, send: `/tomtat vb ${document.id}` },
      openDocument(document),
    ],
  };
}
