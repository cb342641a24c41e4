import { writeDate } from '../../../domain/citation.ts';
import type { CadreRecord } from '../../../domain/record.ts';
import { readUnitView, type UnitView } from '../../../personnel/unitView.ts';
import type { Report } from '../../../reports/report.ts';
import { writeDocx, writeXlsx } from '../../../reports/writeReport.ts';
import { logShown } from '../../../store/records/cadres.ts';
import type { Services } from '../../feature.ts';
import type { Block, Message, Reply } from '../../message.ts';
import { texts } from './texts.ts';

/** People named in one answer of a chat; a file names all. */
export const MOST_NAMES = 15;

/** What a staff member may see, today or on another day. */
export async function viewOf(services: Services, asOf = services.today()): Promise<UnitView> {
  return readUnitView(services.database, identityOf(services), { asOf, unit: null });
}

export function identityOf({ account }: Services): { readonly accountId: string } {
  if (account === null) throw new Error('a staff feature was reached without an account');
  return { accountId: account.id };
}

/** Writes to the access log whom an answer names. */
export async function logNames(
  services: Services,
  message: Message,
  cadres: readonly Pick<CadreRecord, 'code'>[],
  purpose: string,
  asFile: boolean,
): Promise<void> {
  if (cadres.length === 0) return;
  await logShown(
    services.database,
    identityOf(services),
    cadres.map(({ code }) => code),
    { channel: message.channel, reason: asFile ? 'export' : 'staff', purpose },
  );
}

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A report as a file to keep. */
export async function fileOf(report: Report, format: 'xlsx' | 'docx', name: string): Promise<Block> {
  const bytes = format === 'xlsx' ? await writeXlsx(report) : await writeDocx(report);
  return {
    kind: 'file',
    name: `${name}-${report.date}.${format}`,
    mediaType: MEDIA[format],
    base64: Buffer.from(bytes).toString('base64'),
  };
}

export function staffReply(blocks: readonly Block[], choices: Reply['choices'] = []): Reply {
  return { outcome: 'record', personal: true, blocks, choices };
}

export function asOfLine({ asOf }: UnitView): string {
  return texts.asOf(writeDate(asOf));
}

export function unitName({ units }: UnitView, code: string): string {
  return units.find((unit) => unit.code === code)?.name ?? code;
}

/** A table whose first columns are words and whose last `figures` columns are figures. */
export function table(
  heading: string | null,
  labels: readonly string[],
  figures: number,
  rows: readonly (readonly string[])[],
): Block {
  return {
    kind: 'table',
    title: heading,
    columns: labels.map((label, at) => ({
      label,
      align: at >= labels.length - figures ? ('right' as const) : ('left' as const),
    })),
    rows,
  };
}

export function writePercent(percent: number | null): string {
  return percent === null
    ? '–'
    : `${percent.toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}%`;
}
