/** What goes wrong in the flows of records and rules. */
export const texts = {
  ruleFileMissing: (path: string) => `Không thấy tệp yêu cầu “${path}”. Hãy kiểm tra lại đường dẫn.`,
  ruleFault: (file: string, line: number, message: string) => `${file}, dòng ${line}: ${message}`,
  ruleFaults: (faults: readonly string[]) =>
    `Tệp yêu cầu có lỗi, chưa nạp gì: ${faults.slice(0, 5).join(' | ')}${faults.length > 5 ? ` | và ${faults.length - 5} lỗi nữa` : ''}. Chạy \`npm run -s cli -- requirements check TỆP\` để xem đủ.`,
} as const;
