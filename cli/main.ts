import { Command, CommanderError } from 'commander';
import { loadDotEnv } from '../config.ts';
import { askCommand } from './commands/ask.ts';
import { chatCommand } from './commands/chat.ts';
import { doctorCommand } from './commands/doctor.ts';
import { documentsCommand } from './commands/documents.ts';
import { ingestCommand, sampleCommand } from './commands/ingest.ts';
import { readCommand } from './commands/read.ts';
import { searchCommand } from './commands/search.ts';
import { type CommonOptions, type ExitCode, processIo, tellFailure } from './io.ts';
import { positiveInteger } from './options.ts';

const io = processIo;
const program = new Command('cli')
  .description('Đạt Chuẩn – hỏi đáp quy định đào tạo, bồi dưỡng cán bộ, trích đúng điều khoản')
  .showHelpAfterError('(thêm --help để xem cách dùng)')
  .exitOverride();

command('sample', 'nạp các văn bản mẫu đi kèm sản phẩm').action((options) =>
  run(options, () => sampleCommand(io, options)),
);

command('ingest', 'đọc và nạp văn bản (PDF có chữ, DOCX, HTML, TXT, Markdown)')
  .argument('<tệp...>', 'tệp hoặc thư mục')
  .action((paths: readonly string[], options: CommonOptions) =>
    run(options, () => ingestCommand(io, paths, options)),
  );

command('documents', 'liệt kê các văn bản đã nạp').action((options) =>
  run(options, () => documentsCommand(io, options)),
);

command('read', 'chỉ đọc một tệp và cho xem kết quả, không lưu gì', { database: false })
  .argument('<tệp>')
  .action((path: string, options: CommonOptions) => run(options, () => readCommand(io, path, options)));

questionCommand('search', 'tìm những đoạn văn bản khớp với câu hỏi, xếp từ khớp nhất')
  .option('-k <số>', 'số kết quả', positiveInteger, 10)
  .action((question: string | undefined, options) =>
    run(options, () => searchCommand(io, question, options)),
  );

questionCommand('ask', 'trả lời câu hỏi bằng trích dẫn, kèm căn cứ').action(
  (question: string | undefined, options) => run(options, () => askCommand(io, question, options)),
);

command('chat', 'hỏi đáp trong cửa sổ dòng lệnh', { json: false }).action((options) =>
  run(options, () => chatCommand(io, options)),
);

command('doctor', 'kiểm tra máy, cấu hình, cơ sở dữ liệu và nói cần làm gì').action((options) =>
  run(options, () => doctorCommand(io, options)),
);

// `cli documents | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

loadDotEnv();
await program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what was wrong; asking for help is no error.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
});

function command(
  name: string,
  description: string,
  takes: { database?: boolean; json?: boolean } = {},
): Command {
  const made = program.command(name).description(description);
  if (takes.json !== false) made.option('--json', 'in một giá trị JSON ra đầu ra chuẩn');
  if (takes.database !== false) made.option('--db <nơi>', 'thư mục cơ sở dữ liệu nhúng, hoặc postgres://…');
  return made;
}

function questionCommand(name: string, description: string): Command {
  return command(name, description)
    .argument('[câu hỏi]')
    .option(
      '--batch <tệp>',
      'mỗi dòng một câu hỏi, hoặc JSON mỗi dòng với trường question; - là đầu vào chuẩn',
    )
    .option('--as-of <ngày>', 'xét hiệu lực tại ngày này (2026-07-01 hoặc 01/7/2026), mặc định là hôm nay');
}

async function run(options: CommonOptions, work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = tellFailure(io, options.json === true, error);
  }
}
