import type { Status } from '../requirements/finding.ts';

/** What pictures and reports say by themselves. */
export const texts = {
  status: { met: 'Đạt', missing: 'Thiếu', unknown: 'Chưa đủ dữ liệu' } satisfies Record<Status, string>,
  statusBelow: { met: 'đạt', missing: 'thiếu', unknown: 'chưa đủ dữ liệu' } satisfies Record<Status, string>,
  more: (count: number) => `và ${count} mục nữa`,
  moreOf: (count: number, kinds: readonly string[]) => `và ${count} mục nữa: ${kinds.join(', ')}`,
  noRequirements: 'Chưa có yêu cầu nào để đối chiếu.',
  noTargets: 'Chưa có chỉ tiêu nào.',
  noParts: 'Chưa có số liệu.',
  reached: 'Đạt',
  notReached: 'Chưa đạt',
  nobody: 'Chưa có người thuộc nhóm',
  percent: (figure: string) => `${figure}%`,
  goal: (figure: string) => `chỉ tiêu ${figure}%`,
  unnamed: '(không ghi tên)',
} as const;
