import { answerQuestion } from '../../answer/answer.ts';
import { redactPatterns } from '../../answer/model/redactPatterns.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Database } from '../../store/database.ts';
import { recognise } from '../intents/recognise.ts';

/** Questions to the documents, so that every pattern of every wish is tried on them. */
const QUESTIONS = [
  'điều kiện để cử cán bộ đi đào tạo sau đại học là gì',
  'viên chức phải bồi dưỡng bao nhiêu ngày mỗi năm theo khoản 2 Điều 5',
  'ai duoc ho tro kinh phi khi di hoc trung cap ly luan chinh tri',
];

/**
 * Answers a few questions to nobody: patterns are compiled at their first uses, and who asks first, with everybody whose message comes
 * meanwhile, would wait a fifth of a second for that. Never throws.
 */
export async function warmUp(database: Database, today: IsoDate): Promise<void> {
  for (const question of [...QUESTIONS, ...QUESTIONS]) {
    recognise(question);
    redactPatterns(question);
    await answerQuestion(database, question, today).catch(() => undefined);
  }
}
