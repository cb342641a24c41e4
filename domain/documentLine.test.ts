import { describe, expect, it } from 'vitest';
import type { DirectiveSummary, Header } from './directive.ts';
import { documentLine } from './documentLine.ts';

function directive(header: Partial<Header>): DirectiveSummary {
  const unknown = {
    number: null,
    type: null,
    issuer: null,
    issued: null,
    effective: null,
    title: null,
    signer: null,
    place: null,
  };
  return {
    id: 7,
    fileName: 'tep.pdf',
    format: 'pdf',
    kind: 'issued',
    sample: false,
    header: { ...unknown, ...header },
  };
}

describe('the line of a document', () => {
  it('says number and title', () => {
    const header = { number: '900/2031/NĐ-CP', type: 'Nghị định', title: 'Về bồi dưỡng' };
    expect(documentLine(directive({ ...header, effective: '2031-07-01' }))).toEqual({
      directiveId: 7,
      name: 'Nghị định 900/2031/NĐ-CP',
      title: 'Về bồi dưỡng',
      kind: 'issued',
      sample: false,
      effective: '2031-07-01',
    });
  });

  it('does not say a title twice where it is the name', () => {
    expect(documentLine(directive({ type: 'Kế hoạch', title: 'Mở lớp cho cán bộ trẻ' }))).toMatchObject({
      name: 'Kế hoạch Mở lớp cho cán bộ trẻ',
      title: null,
    });
    expect(documentLine(directive({}))).toMatchObject({ name: 'tep.pdf', title: null });
  });
});
