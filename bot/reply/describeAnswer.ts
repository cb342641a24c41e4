import type { Answer, NotFound, Outlined, Quoted } from '../../answer/answer.ts';
import {
  type Citation,
  documentName,
  writeChange,
  writeCitation,
  writeDate,
  writePath,
} from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { DirectiveSummary, StoredDirective, StoredProvision } from '../../domain/directive.ts';
import { documentLine } from '../../domain/documentLine.ts';
import type { Change } from '../../domain/validity.ts';
import type { Block, Choice, Reply } from '../message.ts';
import { texts } from '../texts.ts';
import { note, warning } from './blocks.ts';
import { changeSentences, supersededSentence, supersededSentences } from './validityWords.ts';

/** An outline longer than this is cut, and says how much is left. */
const LONGEST_OUTLINE = 60;
const LONGEST_LABEL = 90;

/** Answers that were worked out before are said again in the same words: by the answer itself, for one day. */
const described = new WeakMap<Answer, { readonly asOf: IsoDate; readonly reply: Reply }>();

/** Puts an answer into words; what is not plain from the question is said first. */
export function describeAnswer(answer: Answer, asOf: IsoDate): Reply {
  const before = described.get(answer);
  if (before?.asOf === asOf) return before.reply;
  const reply = describeAnew(answer, asOf);
  described.set(answer, { asOf, reply });
  return reply;
}

function describeAnew(answer: Answer, asOf: IsoDate): Reply {
  const reply = describe(answer, answer.askedDay ?? asOf);
  return { ...reply, blocks: [...understood(answer), ...reply.blocks] };
}

function understood({ askedDay, corrected }: Answer): readonly Block[] {
  return [
    ...(corrected === undefined ? [] : [note(texts.corrected(corrected))]),
    ...(askedDay === undefined ? [] : [note(texts.askedDay(writeDate(askedDay)))]),
  ];
}

function describe(answer: Answer, asOf: IsoDate): Reply {
  switch (answer.kind) {
    case 'quoted':
      return {
        outcome: 'quoted',
        blocks: [
          ...supersededSentences(answer.citations, asOf).map(warning),
          ...answer.citations.map(
            (citation, at): Block => ({
              kind: 'quote',
              index: at + 1,
              citation,
              label: writeCitation(citation),
              ...reasonFor(answer, citation),
            }),
          ),
          ...warnings(answer, asOf),
          note(texts.sureness[answer.sureness]),
          ...(answer.citations.some(({ sample }) => sample) ? [note(texts.sample)] : []),
        ],
        choices: once([
          ...changesToOpen(answer.citations).map(changeChoice),
          ...answer.amendedBy.map(documentChoice),
          ...answer.near.map((citation) => ({ ...choice(citation), ...reasonFor(answer, citation) })),
        ]),
      };
    case 'document':
      return {
        outcome: 'document',
        blocks: describeDocument(answer, asOf),
        choices: outlineOf(answer.document, answer.within)
          .slice(0, 3)
          .map((provision) => ({
            label: shorten([writePath(provision.path), provision.heading].filter(Boolean).join('. ')),
            send: `/xem ${answer.document.id}.${provision.id}`,
          })),
      };
    case 'not_found':
      return {
        outcome: 'not_found',
        blocks: [
          { kind: 'text', text: whyNot(answer), tone: 'plain' },
          ...(answer.reason.why === 'document_missing' && answer.near.length > 0
            ? [note(texts.nearBesideMissing)]
            : []),
        ],
        choices: [
          ...(answer.reason.why === 'which_document'
            ? answer.reason.documents.slice(0, 6).map(documentChoice)
            : []),
          ...answer.near.map(choice),
        ],
      };
  }
}

function reasonFor({ reasons }: Quoted, citation: Citation): Pick<Choice, 'reason'> {
  const reason = reasons.get(citation);
  return reason === undefined ? {} : { reason };
}

function whyNot({ reason }: NotFound): string {
  switch (reason.why) {
    case 'nothing_fits':
      return texts.notFound;
    case 'no_documents':
      return texts.noDocuments;
    case 'document_missing':
      return texts.documentMissing(reason.written);
    case 'provision_missing':
      return texts.provisionMissing(nameOf(reason.document), reason.written);
    case 'which_document':
      return reason.documents.length > 0 ? texts.whichDocument : texts.whichProvision;
  }
}

function warnings({ citations, missing, amendedBy }: Quoted, asOf: IsoDate): Block[] {
  const said = new Set<string>();
  if (missing.length > 0) said.add(texts.alsoMissing(citations[0]?.document ?? '', missing));
  for (const citation of citations) {
    if (citation.kind === 'press') said.add(texts.press);
    else if (citation.validity === 'unknown' && citation.effective === null) said.add(texts.effectUnknown);
    else if (citation.validity === 'not_yet' && citation.effective !== null)
      said.add(texts.notInForce(writeDate(citation.effective), writeDate(asOf)));
  }
  for (const sentence of changeSentences(citations, asOf)) said.add(sentence);
  for (const directive of amendedBy) {
    const { effective } = directive.header;
    said.add(texts.amended(nameOf(directive), effective === null ? null : writeDate(effective)));
  }
  return [...said].map(warning);
}

/** What changes the quoted words and is not quoted itself. */
function changesToOpen(citations: readonly Citation[]): readonly Change[] {
  const changes = citations.flatMap(({ supersededBy, changes: parts }) =>
    supersededBy === null ? parts : [supersededBy, ...parts],
  );
  return changes.filter(
    ({ directiveId, start, end }, at) =>
      !citations.some((one) => one.directiveId === directiveId && one.start < end && start < one.end) &&
      changes.findIndex((other) => other.directiveId === directiveId && other.start === start) === at,
  );
}

/** What changes the quoted words may also be near the question: then its reason and heading go with it. */
function once(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ send }, at) => choices.findLastIndex((other) => other.send === send) === at);
}

function changeChoice(change: Change): Choice {
  const { directiveId, provisionId } = change;
  return {
    label: shorten(writeChange({ ...change, scope: 'provision' })),
    send: provisionId === null ? `/xem ${directiveId}` : `/xem ${directiveId}.${provisionId}`,
  };
}

function describeDocument({ document, within, citation }: Outlined, asOf: IsoDate): Block[] {
  const { issuer, issued, effective, signer } = document.header;
  const facts = [
    [texts.facts.issuer, issuer],
    [texts.facts.issued, issued === null ? null : writeDate(issued)],
    [texts.facts.effective, effective === null ? null : writeDate(effective)],
    [texts.facts.signer, signer],
    [texts.facts.fileName, document.fileName],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const outline = outlineOf(document, within);
  const shown = outline
    .slice(0, LONGEST_OUTLINE)
    .map(({ label, heading }) => (heading === null ? label : `${label}. ${heading}`));
  const left = outline.length - shown.length;
  return [
    { kind: 'documents', documents: [documentLine(document)] },
    ...[supersededSentence(citation), ...documentChanges(citation, asOf)]
      .filter((sentence) => sentence !== null)
      .map(warning),
    ...(within === null ? [{ kind: 'list' as const, items: facts }] : []),
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: within === null ? texts.outline : texts.outlineOf(writePath(within.path)),
            tone: 'plain' as const,
          },
          { kind: 'list' as const, items: left > 0 ? [...shown, texts.more(left)] : shown },
        ]),
    ...(document.sample ? [note(texts.sample)] : []),
  ];
}

/** What changes a document whole: a document is told by those that amend it, a provision by every clause. */
function documentChanges(citation: Citation, asOf: IsoDate): readonly string[] {
  if (citation.path.length > 0) return changeSentences([citation], asOf);
  // What a directive does to it as a whole works from that directive's own day; single clauses may work from others.
  const wholeLast = citation.changes.toSorted(
    (a, b) => Number(a.scope === 'whole') - Number(b.scope === 'whole'),
  );
  const amending = new Map(wholeLast.map((change) => [change.directiveId, change]));
  const coming = changeSentences([{ ...citation, changes: [] }], asOf);
  const names = [...amending.values()].map(({ document, since }) =>
    since === null ? document : `${document} (${texts.effective(writeDate(since))})`,
  );
  return names.length === 0 ? coming : [...coming, texts.amendedBy(citation.document, names)];
}

/** The headed provisions of a document, or of one of its provisions: chapters and articles, not every khoản. */
function outlineOf(document: StoredDirective, within: StoredProvision | null): readonly StoredProvision[] {
  const inside = document.provisions.filter(
    (provision) =>
      within === null ||
      (provision !== within && provision.start >= within.start && provision.end <= within.end),
  );
  const headed = inside.filter(({ heading, kind }) => heading !== null || kind === 'dieu');
  return headed.length > 0 ? headed : inside;
}

function documentChoice(directive: DirectiveSummary): Choice {
  const { title, number } = directive.header;
  const name = nameOf(directive);
  return {
    label: shorten(number === null || title === null ? name : `${name}: ${title}`),
    send: `/xem ${directive.id}`,
  };
}

function nameOf({ header, fileName }: DirectiveSummary): string {
  return documentName(header, fileName);
}

function choice(citation: Citation): Choice {
  const { kind, path, document, heading, directiveId, provisionId } = citation;
  const place = kind === 'press' ? document : `${writePath(path)} ${document}`;
  return {
    label: shorten(heading === null || kind === 'press' ? place : `${place}: ${heading}`),
    send: provisionId === null ? `/xem ${directiveId}` : `/xem ${directiveId}.${provisionId}`,
  };
}

function shorten(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  return `${label.slice(0, LONGEST_LABEL - 1).replace(/\s+\S*$/, '')}…`;
}
