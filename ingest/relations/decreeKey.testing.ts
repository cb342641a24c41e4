/** What the five decrees say of other documents, read by a person. */
export const DECREES: Readonly<Record<string, readonly string[]>> = {
  '233-2026': ['repeals 90/2020/NĐ-CP', 'basis 63/2025/QH15', 'basis 72/2025/QH15', 'basis 129/2025/QH15'],
  '234-2026': ['repeals 112/2020/NĐ-CP', 'basis 63/2025/QH15', 'basis 129/2025/QH15'],
  '182-2026': [
    'repeals 244/2005/QĐ-TTg',
    'repeals 61/2006/NĐ-CP',
    'repeals 113/2015/NĐ-CP Điều 6 partly',
    'repeals 113/2015/NĐ-CP Điều 7 partly',
    'repeals 113/2015/NĐ-CP Điều 8 partly',
    'repeals 113/2015/NĐ-CP Điều 9 partly',
    'basis 63/2025/QH15',
    'basis 39/2005/QH11',
    'basis 43/2012/QH13',
    'basis 76/2014/QH13',
  ],
  '232-2026': [
    'repeals 106/2020/NĐ-CP ? partly',
    'basis 63/2025/QH15',
    'basis 72/2025/QH15',
    'basis 129/2025/QH15',
  ],
  '88-2026': [
    'basis 63/2025/QH15',
    'basis 60/2024/QH15',
    'basis 20/2023/QH15',
    'basis 97/2025/QH15',
    'basis 43/2019/QH14',
    'basis 123/2025/QH15',
  ],
};
