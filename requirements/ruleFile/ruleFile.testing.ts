/** A requirement that is right, its condition to be filled in. */
export function fileWith(needs: string, more = ''): string {
  return `requirements:
  - id: thu.1
    title: Thử
    status: sample
    needs: ${needs}
    reference: { document: 915/2026/QĐ-UBND, path: [Điều 8, khoản 2], quote: Trình độ trung cấp }
${more}`;
}
