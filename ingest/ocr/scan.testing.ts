import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** Draws pages as a scanner or a camera would have seen them. A4 at 225 dots an inch. */

const scanSize = { width: 1860, height: 2631 };

const family = 'Scan';
GlobalFonts.registerFromPath(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  ),
  family,
);

/** A sample decision of an invented province, as its lines of text. */
export const sampleScan = {
  issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LAM GIANG'],
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  number: 'Số: 45/2026/QĐ-UBND',
  place: 'Lam Giang, ngày 15 tháng 5 năm 2026',
  title: ['QUYẾT ĐỊNH', 'Về việc mở lớp bồi dưỡng nghiệp vụ năm 2026'],
  body: [
    'Điều 1. Mở lớp bồi dưỡng nghiệp vụ văn thư, lưu trữ cho cán bộ, công chức',
    'các xã, phường trên địa bàn tỉnh; thời gian học là 05 ngày.',
    'Điều 2. Giám đốc Sở Nội vụ chịu trách nhiệm tổ chức lớp học và cấp chứng',
    'chỉ cho người học đạt yêu cầu.',
    'Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2026.',
  ],
};

function write(context: SKRSContext2D, lines: readonly string[], x: number, y: number, size = 40) {
  context.font = `${size}px ${family}`;
  for (const [index, line] of lines.entries()) context.fillText(line, x, y + index * size * 1.6);
}

export type Look = {
  /** Clockwise, degrees: small ones put it askew, quarters lay it on its side. */
  readonly turned?: number;
  /** A red round stamp over the text. */
  readonly stamp?: boolean;
  /** Light that falls off to one side, on greyish paper. */
  readonly shadow?: boolean;
  readonly type?: 'image/png' | 'image/jpeg';
};

/** The sample decision as a picture. */
export function drawScan({
  turned = 0,
  stamp = false,
  shadow = false,
  type = 'image/png',
}: Look = {}): Buffer {
  const { width, height } = scanSize;
  const onSide = Math.abs(turned) % 180 === 90;
  const canvas = createCanvas(onSide ? height : width, onSide ? width : height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = '#202020';
  write(context, sampleScan.issuer, 190, 220, 36);
  write(context, sampleScan.motto, 850, 220, 36);
  write(context, [sampleScan.number], 190, 400, 36);
  write(context, [sampleScan.place], 900, 400, 36);
  write(context, sampleScan.title, 420, 600);
  write(context, sampleScan.body, 190, 850);
  if (stamp) {
    context.globalCompositeOperation = 'multiply';
    context.strokeStyle = '#e02030';
    context.lineWidth = 14;
    for (const radius of [190, 130]) {
      context.beginPath();
      context.arc(600, 960, radius, 0, Math.PI * 2);
      context.stroke();
    }
    context.fillStyle = '#e02030';
    context.beginPath();
    context.arc(600, 960, 60, 0, Math.PI * 2);
    context.fill();
    context.globalCompositeOperation = 'source-over';
  }
  if (shadow) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    const light = context.createLinearGradient(0, 0, canvas.width, canvas.height);
    light.addColorStop(0, 'rgba(60, 50, 40, 0.08)');
    light.addColorStop(1, 'rgba(60, 50, 40, 0.6)');
    context.fillStyle = light;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 85);
}
