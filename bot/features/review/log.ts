import type { DocumentLogEntry } from '../../../domain/upload.ts';
import { listDocumentLog } from '../../../store/uploads/documentLog.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import { list, plain, title } from '../../reply/blocks.ts';
import { adminReply, pageOf, reviewerOf, shorten, turnPages, writeMoment } from './adminReply.ts';
import { texts } from './texts.ts';

const PAGE = 10;
/** The latest of them. */
const MOST = 200;

/** `/nhatky`: who sent, corrected and published what. */
export const log: IntentFeature = {
  name: 'log',
  personal: false,
  adminOnly: true,
  intents: ['document_log'],
  commands: [{ name: 'nhatky', description: texts.commands.log }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'document_log') return;
    const entries = await listDocumentLog(services.database, reviewerOf(services, message), { limit: MOST });
    const { items, page, pages } = pageOf(entries, intent.page, PAGE);
    yield* parts(
      adminReply(
        [title(texts.logTitle(page)), items.length === 0 ? plain(texts.logNone) : list(items.map(line))],
        turnPages(page, pages, (other) => `/nhatky ${other}`),
      ),
    );
  },
};

function line({ at, by, action, document, detail }: DocumentLogEntry): string {
  const names: Readonly<Record<string, string>> = texts.fieldNames;
  const fields = action === 'corrected' ? Object.keys(detail).map((field) => names[field] ?? field) : [];
  const said = fields.length === 0 ? null : fields.join(', ');
  return texts.logLine(writeMoment(at), by, action, shorten(document, 150), said);
}
