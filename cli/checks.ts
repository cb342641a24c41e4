import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { findTool, type ToolName } from '../ingest/systemTools.ts';
import { countStored } from '../store/directives.ts';
import { migrationState, openDatabase } from '../store/open.ts';
import { type CommonOptions, type Io, locate } from './io.ts';

/** One thing that was looked at. `note`: works, but something is lost without it. `bad`: has to be mended. */
export type Check = {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly says: string;
  /** What to do about it; `null` when there is nothing to do. */
  readonly todo: string | null;
};

const LEAST_NODE = [22, 18] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return {
    name: 'Node.js',
    state: enough ? 'ok' : 'bad',
    says: version,
    todo: enough
      ? null
      : `Cần Node.js ${LEAST_NODE.join('.')} trở lên; trên Linux x64, \`npm ci\` tự mang theo bản phù hợp.`,
  };
}

export function checkConfig(io: Pick<Io, 'config'>): {
  readonly check: Check;
  readonly config: Config | null;
} {
  const name = 'Cấu hình';
  try {
    const config = io.config();
    const says = `cổng web ${config.web.port}, Telegram ${config.telegram === null ? 'chưa bật' : 'đã bật'}`;
    return { check: { name, state: 'ok', says, todo: null }, config };
  } catch (error) {
    return { check: failed(name, error), config: null };
  }
}

/** Looks at the database without creating or changing it. */
export async function checkDatabase(
  io: Pick<Io, 'config'>,
  options: CommonOptions,
): Promise<readonly Check[]> {
  const name = 'Cơ sở dữ liệu';
  const location = locate(io, options);
  const where = location.engine === 'postgres' ? 'PostgreSQL' : `nhúng, thư mục ${location.folder}`;
  // Only the embedded database is for one process at a time.
  const opened = location.engine === 'postgres' ? where : `${where}, khóa đang rảnh`;
  try {
    const database = await openDatabase(location, { create: false });
    try {
      const { pending } = await migrationState(database);
      const { directives, passages } = await countStored(database);
      return [
        { name, state: 'ok', says: opened, todo: null },
        {
          name: 'Lược đồ dữ liệu',
          state: pending.length === 0 ? 'ok' : 'note',
          says: pending.length === 0 ? 'mới nhất' : `còn ${pending.length} bước nâng cấp`,
          todo: pending.length === 0 ? null : 'Lần chạy tới sẽ tự nâng cấp; hãy sao lưu trước.',
        },
        {
          name: 'Văn bản',
          state: directives === 0 ? 'note' : 'ok',
          says: `${directives} văn bản, ${passages} đoạn tra cứu`,
          todo: directives === 0 ? 'Nạp văn bản mẫu: npm run -s cli -- sample' : null,
        },
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    if (error.code === 'not_found') {
      return [{ name, state: 'note', says: `${where}: chưa được tạo`, todo: 'Chạy `npm start` để tạo.' }];
    }
    if (error.code === 'database_locked') {
      return [{ name, state: 'note', says: error.sentence, todo: null }];
    }
    return [failed(name, error)];
  }
}

const TOOLS: Readonly<Record<ToolName, { readonly use: string; readonly install: string }>> = {
  pdftotext: {
    use: 'đọc PDF chính xác hơn',
    install:
      'Không có thì vẫn đọc được PDF, kém hơn với phông chữ lạ. Debian/Ubuntu: apt-get install poppler-utils',
  },
  tesseract: {
    use: 'nhận dạng chữ trong bản quét (chưa dùng ở bản này)',
    install: 'Chưa cần cài.',
  },
  soffice: { use: 'chuyển đổi định dạng cũ (chưa dùng ở bản này)', install: 'Chưa cần cài.' },
};

export async function checkTools(): Promise<readonly Check[]> {
  const names = Object.keys(TOOLS) as readonly ToolName[];
  return Promise.all(
    names.map(async (name): Promise<Check> => {
      const tool = await findTool(name);
      const { use, install } = TOOLS[name];
      return tool === null
        ? { name, state: 'note', says: `chưa cài – dùng để ${use}`, todo: install }
        : { name, state: 'ok', says: `${tool.version} – ${use}`, todo: null };
    }),
  );
}

/** Fonts that can write Vietnamese: the web page falls back on the system's own. */
export async function checkFonts(): Promise<Check> {
  const name = 'Phông chữ tiếng Việt';
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':lang=vi', 'family']);
    const families = new Set(stdout.split('\n').filter((line) => line.trim() !== ''));
    return families.size > 0
      ? { name, state: 'ok', says: `${families.size} họ phông`, todo: null }
      : {
          name,
          state: 'note',
          says: 'máy này không có phông nào',
          todo: 'Chỉ cần khi mở trình duyệt ngay trên máy này. Debian/Ubuntu: apt-get install fonts-noto-core',
        };
  } catch {
    return { name, state: 'note', says: 'không kiểm tra được (thiếu fc-list)', todo: null };
  }
}

function failed(name: string, error: unknown): Check {
  if (error instanceof KnownError) return { name, state: 'bad', says: error.sentence, todo: null };
  throw error;
}
