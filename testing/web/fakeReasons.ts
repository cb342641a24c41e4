import type { Reason } from '../../answer/reason.ts';

/** Why the invented hours were found: every place and origin of a word, what is missing, factors both ways. */
export const hoursReason: Reason = {
  words: [
    { word: 'bồi dưỡng', origin: 'asked', share: 0.412, places: ['heading', 'body', 'title'] },
    { word: 'tiết', origin: 'asked', share: 0.268, places: ['body'] },
    { word: 'công chức', origin: 'asked', share: 0.151, places: ['body', 'title'] },
    { word: 'thời gian', origin: 'synonym', share: 0.102, places: ['heading'] },
    { word: 'năm', origin: 'corrected', share: 0.064, places: ['body'] },
    { word: 'mỗi', origin: 'asked', share: 0.003, places: ['body'] },
  ],
  absent: ['trực tuyến', 'chứng nhận'],
  factors: [
    { factor: 'focus', value: 0.824, times: 2.648 },
    { factor: 'expected', value: 1, times: 1.3 },
    { factor: 'in_force', value: 0, times: 0.8 },
    { factor: 'chua_dat_ten', value: 3, times: 1.1 },
  ],
  score: 31.2,
};

/** Why a provision is offered beside them. */
export const nearReason: Reason = {
  words: [
    { word: 'tiết', origin: 'asked', share: 0.7, places: ['body'] },
    { word: 'học thêm', origin: 'synonym', share: 0.3, places: ['body'] },
  ],
  absent: ['công chức'],
  factors: [{ factor: 'focus', value: 0.4, times: 1.8 }],
  score: 12.1,
};
