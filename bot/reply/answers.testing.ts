import type { Answer, Quoted } from '../../answer/answer.ts';
import type { Citation } from '../../domain/citation.ts';
import type { DirectiveSummary, Header, StoredDirective, StoredProvision } from '../../domain/directive.ts';
import { describeAnswer } from './describeAnswer.ts';

/** Invented answers for the tests of how answers are put into words. */

export const TODAY = '2031-07-02';

export function citation(changes: Partial<Citation> = {}): Citation {
  return {
    directiveId: 3,
    provisionId: 18,
    document: 'Nghị định 900/2031/NĐ-CP',
    heading: 'Điều kiện',
    path: ['Điều 18', 'khoản 2'],
    quote: 'Còn đủ tuổi công tác.',
    start: 0,
    end: 21,
    page: null,
    kind: 'issued',
    sample: false,
    effective: '2031-07-01',
    inForce: true,
    validity: 'in_force',
    until: null,
    supersededBy: null,
    changes: [],
    ...changes,
  };
}

export function summary(header: Partial<Header> = {}, id = 9): DirectiveSummary {
  return {
    id,
    fileName: 'tep.pdf',
    format: 'pdf',
    kind: 'issued',
    sample: false,
    header: {
      number: '901/2031/NĐ-CP',
      type: 'Nghị định',
      issuer: null,
      issued: null,
      effective: '2031-08-01',
      title: 'Sửa đổi quy định về bồi dưỡng',
      signer: null,
      place: null,
      ...header,
    },
  };
}

export function quoted(changes: Partial<Quoted> = {}): Answer {
  const nothing = { missing: [], near: [], amendedBy: [], reasons: new Map() };
  return { kind: 'quoted', sureness: 'high', citations: [citation()], ...nothing, ...changes };
}

export function storedDocument(
  headings: readonly (string | null)[],
  changes: Partial<StoredDirective> = {},
): StoredDirective {
  const provisions = headings.map((heading, at): StoredProvision => {
    const label = `Điều ${at + 1}`;
    const place = { parent: null, path: [label], start: at * 10, end: at * 10 + 10, page: null };
    return { id: at + 100, kind: 'dieu', label, heading, ...place };
  });
  return { ...summary(), text: 'x'.repeat(headings.length * 10), warnings: [], provisions, ...changes };
}

/** What an answer says in one tone, a text each. */
export const said = (answer: Answer, tone: 'plain' | 'note' | 'warning') =>
  describeAnswer(answer, TODAY).blocks.flatMap((block) =>
    block.kind === 'text' && block.tone === tone ? [block.text] : [],
  );
