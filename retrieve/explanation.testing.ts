import type { Explanation, TermExplanation } from './explanation.ts';

/** A term that stands nowhere in the passage, with these changes. */
export function termExplanation(term: string, changes: Partial<TermExplanation> = {}): TermExplanation {
  return {
    term,
    origin: 'asked',
    passages: 10,
    weight: 1,
    heading: 0,
    body: 0,
    title: false,
    score: 0,
    ...changes,
  };
}

/** What was found for "bồi dưỡng công chức mấy tiết" in a passage on training hours. */
export function explanation(changes: Partial<Explanation> = {}): Explanation {
  const held = { body: 1 };
  return {
    terms: [
      termExplanation('boi', { ...held, heading: 1, passages: 41, weight: 1.2, score: 1.5 }),
      termExplanation('duong', { ...held, heading: 1, passages: 44, weight: 1.1, score: 1.4 }),
      termExplanation('boi_duong', { ...held, heading: 1, passages: 40, weight: 2.1, score: 3.2 }),
      termExplanation('cong', { ...held, passages: 90, weight: 0.4, score: 0.3 }),
      termExplanation('duong_cong', { passages: 12, weight: 3.1 }),
      termExplanation('chuc', { ...held, passages: 70, weight: 0.6, score: 0.5 }),
      termExplanation('cong_chuc', { ...held, title: true, passages: 60, weight: 1.4, score: 1.6 }),
      termExplanation('may', { passages: 2, weight: 2.6 }),
      termExplanation('tiet', { ...held, body: 3, passages: 9, weight: 2.3, score: 3.6 }),
      termExplanation('gio', { ...held, origin: 'synonym', passages: 15, weight: 1.1, score: 0.9 }),
      termExplanation('chuyen_mon', { passages: 8, weight: 2.2 }),
    ],
    factors: [
      { factor: 'focus', value: 0.824, times: 2.648 },
      { factor: 'in_force', value: 1, times: 1 },
      { factor: 'issued', value: 0, times: 0.85 },
    ],
    lexicalRank: 1,
    vectorRank: null,
    score: 29.26,
    ...changes,
  };
}
