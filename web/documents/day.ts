/** A moment as people write it: `22/11/2026 14:05`, in Vietnam's time. */
const written = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Writes an ISO time: `14:05 22/11/2026`. */
export function writeTime(iso: string): string {
  return written.format(new Date(iso));
}
