import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { noticesCommand } from '../messages/notices.ts';
import { noticeTexts } from '../messages/noticeTexts.ts';
import { positiveInteger } from '../options.ts';
import { texts as common } from '../texts.ts';
import { migrateCommand } from '../upkeep/migrate.ts';
import {
  accountsListCommand,
  accountsSaveCommand,
  accountsUnlinkCommand,
  linkCodeCommand,
} from './accounts.ts';
import { gapsCommand } from './gaps.ts';
import { peopleTexts as texts } from './peopleTexts.ts';
import { percentagesCommand } from './percentages.ts';
import { rulesCheckCommand, rulesListCommand, rulesLoadCommand, rulesStatusCommand } from './requirements.ts';
import { rosterCheckCommand, rosterExportCommand, rosterImportCommand, templateCommand } from './roster.ts';
import { statsCommand, targetsCommand, whoLacksCommand } from './staff.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;
type Paths = readonly string[];

/** The commands about people, rules and accounts. */
export function addPeopleCommands(program: Command, io: Io, run: Run): void {
  const { options: o, arguments: a } = texts;

  make(program, 'template', texts.commands.template, false)
    .argument(a.output)
    .action((path: string | undefined, options) => run(options, () => templateCommand(io, path)));

  const roster = program.command('roster').description(texts.commands.roster);
  make(roster, 'check', texts.commands.rosterCheck, false)
    .argument(a.file)
    .action((path: string, options) => run(options, () => rosterCheckCommand(io, path, options)));
  make(roster, 'import', texts.commands.rosterImport)
    .argument(a.file)
    .option(...o.dryRun)
    .action((path: string, options) => run(options, () => rosterImportCommand(io, path, options)));
  make(roster, 'export', texts.commands.rosterExport)
    .argument(a.file)
    .option(...o.unit)
    .action((path: string, options) => run(options, () => rosterExportCommand(io, path, options)));

  people(program, 'gaps', texts.commands.gaps)
    .option(...o.cadre)
    .option(...o.post)
    .option(...o.planned)
    .option(...o.grade)
    .action((options) => run(options, () => gapsCommand(io, options)));
  reporting(program, 'targets', texts.commands.targets)
    .option(...o.compare)
    .action((options) => run(options, () => targetsCommand(io, options)));
  reporting(program, 'stats', texts.commands.stats)
    .option(...o.by)
    .action((options) => run(options, () => statsCommand(io, options)));
  reporting(program, 'who-lacks', texts.commands.whoLacks)
    .option(...o.lacking)
    .action((options) => run(options, () => whoLacksCommand(io, options)));

  const rules = program.command('requirements').description(texts.commands.requirements);
  make(rules, 'check', texts.commands.rulesCheck, false)
    .argument(a.files)
    .action((paths: Paths, options) => run(options, () => rulesCheckCommand(io, paths, options)));
  make(rules, 'load', texts.commands.rulesLoad)
    .argument(a.optionalFiles)
    .action((paths: Paths, options) => run(options, () => rulesLoadCommand(io, paths, options)));
  make(rules, 'list', texts.commands.rulesList).action((options) =>
    run(options, () => rulesListCommand(io, options)),
  );
  make(rules, 'approve', texts.commands.rulesApprove)
    .argument(a.id)
    .action((id: string, options) => run(options, () => rulesStatusCommand(io, id, 'approved', options)));
  make(rules, 'retire', texts.commands.rulesRetire)
    .argument(a.id)
    .action((id: string, options) => run(options, () => rulesStatusCommand(io, id, 'retired', options)));

  make(program, 'percentages', texts.commands.percentages)
    .argument(a.optionalFile)
    .action((path: string | undefined, options) => run(options, () => percentagesCommand(io, path, options)));
  make(program, 'link-code', texts.commands.linkCode)
    .argument(a.cadre)
    .option(...o.account)
    .action((cadre: string | undefined, options) => run(options, () => linkCodeCommand(io, cadre, options)));

  const accounts = program.command('accounts').description(texts.commands.accounts);
  make(accounts, 'list', texts.commands.accountsList).action((options) =>
    run(options, () => accountsListCommand(io, options)),
  );
  make(accounts, 'unlink', texts.commands.accountsUnlink)
    .argument(a.id)
    .action((id: string, options) => run(options, () => accountsUnlinkCommand(io, id, options)));
  make(accounts, 'save', texts.commands.accountsSave)
    .option(...o.id)
    .option(...o.name)
    .option(...o.cadre)
    .option(...o.staffOf)
    .option(...o.admin)
    .option(...o.noAdmin)
    .action((options) => run(options, () => accountsSaveCommand(io, options)));

  make(program, 'notices', noticeTexts.command)
    .option(...noticeTexts.most, positiveInteger)
    .action((options) => run(options, () => noticesCommand(io, options)));

  make(program, 'migrate', texts.commands.migrate).action((options) =>
    run(options, () => migrateCommand(io, options)),
  );
}

function make(parent: Command, name: string, description: string, database = true): Command {
  const made = parent.command(name).description(description).option('--json', common.options.json);
  return database ? made.option(...common.options.db) : made;
}

/** A command that looks at people of the database or of a roster file, on a date. */
function people(parent: Command, name: string, description: string): Command {
  const { options } = texts;
  return make(parent, name, description)
    .option(...options.roster)
    .option(...options.rules)
    .option(...options.asOf)
    .option(...options.unit);
}

function reporting(parent: Command, name: string, description: string): Command {
  return people(parent, name, description)
    .option(...texts.options.xlsx)
    .option(...texts.options.docx);
}
