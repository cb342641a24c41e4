import { isTest, isTool, type Parsed, type Problem, target } from './source.ts';

/** Floors from the ground up: a folder imports from those below it and from itself. */
const floors: readonly (readonly string[])[] = [
  ['config', 'errors', 'domain', 'vietnamese', 'prompts', 'data'],
  ['store'],
  ['retrieve', 'requirements', 'ingest'],
  ['answer', 'personnel', 'reports'],
  ['bot', 'web', 'cli'],
];

/** Rows whose folders may import each other: words and settings on the ground, the faces on top. */
const sharedRows: ReadonlySet<number> = new Set([0, floors.length - 1]);

/** Folders that are a floor apart and still never meet: reading documents and answering from them are two programs. */
const strangers: readonly (readonly [string, string])[] = [['answer', 'ingest']];

/** Pure folders: values in, values out; they import nothing that touches the world. */
export const pureFolders: readonly string[] = ['vietnamese', 'domain', 'requirements'];
const pureImports: readonly string[] = [...pureFolders, 'errors'];

const parsers =
  'cheerio jszip mammoth pdfjs-dist tesseract.js unpdf cfb @e965/xlsx sharp @napi-rs/canvas postal-mime';

/** Packages that only some folders know. The first matching row holds. */
const rooms: readonly { readonly packages: RegExp; readonly folders: readonly string[] }[] = [
  { packages: /^(grammy|@grammyjs\/.+)$/, folders: ['bot'] },
  { packages: /^undici$/, folders: ['bot'] },
  { packages: /^(pg|pg-.+|pgvector|@electric-sql\/.+)$/, folders: ['store'] },
  {
    packages: new RegExp(`^(${parsers.replaceAll('.', '\\.').replaceAll(' ', '|')}|@xmldom/.+|@mozilla/.+)$`),
    folders: ['ingest'],
  },
  { packages: /^exceljs$/, folders: ['ingest', 'reports'] },
  { packages: /^(docx|echarts|echarts\/.+|@resvg\/.+|@expo-google-fonts\/.+)$/, folders: ['reports'] },
  { packages: /^(openai|langchain|@langchain\/.+)$/, folders: ['answer', 'retrieve'] },
  { packages: /^(hono|@hono\/.+|preact|@preact\/.+|vite)$/, folders: ['bot', 'web'] },
  { packages: /^(playwright.*|vitest|@vitest\/.+|fast-check)$/, folders: [] },
];

const helpersOfTests = 'helpers of tests are named NAME.testing.ts or stand in testing/';

/** The folder of a file, or its name for the files at the root: `store/database.ts` → `store`, `config.ts` → `config`. */
function folderOf(file: string): string {
  const [first = '', ...rest] = file.split('/');
  return rest.length > 0 ? first : first.replace(/\.\w+$/, '');
}

function floorOf(folder: string): number {
  return floors.findIndex((row) => row.includes(folder));
}

function whyNotFile(from: string, to: string): string | null {
  if (isTest(to)) return `product code imports ${to}, which belongs to tests; ${helpersOfTests}`;
  if (isTool(to)) return `product code imports ${to}, which is a tool around it`;
  const own = folderOf(from);
  const other = folderOf(to);
  if (own === other) return null;
  if (strangers.some((pair) => pair.includes(own) && pair.includes(other))) {
    return `${own} and ${other} never import each other`;
  }
  // A JSON file is a constant: importing it reads nothing at run time that a test could not see.
  const constant = other === 'data' && to.endsWith('.json');
  if (pureFolders.includes(own) && !pureImports.includes(other) && !constant) {
    return `${own} is pure and imports only ${pureImports.join(', ')}, not ${other}`;
  }
  const [above, below] = [floorOf(own), floorOf(other)];
  if (below === -1) return `${other} has no floor: give it one in scripts/floors/imports.ts`;
  if (below < above || (below === above && sharedRows.has(above))) return null;
  return `${own} may not import ${other}: imports only go down`;
}

function whyNotPackage(
  from: string,
  name: string,
  typeOnly: boolean,
  dependencies: ReadonlySet<string>,
): string | null {
  const own = folderOf(from);
  if (name.startsWith('node:')) {
    return pureFolders.includes(own) ? `${own} is pure and may not import ${name}` : null;
  }
  const room = rooms.find(({ packages }) => packages.test(name));
  if (room !== undefined && !room.folders.includes(own)) {
    const where = room.folders.length === 0 ? `tests; ${helpersOfTests}` : room.folders.join(' and ');
    return `${name} may only be imported in ${where}`;
  }
  if (!typeOnly && !dependencies.has(name)) return `${name} is not among the dependencies of package.json`;
  return null;
}

/**
 * What the imports of a file break: the floors, the packages that belong to one room, product code that leans on tests
 * or tools, and packages that an installation without development dependencies would lack.
 */
export function importProblems(parsed: Parsed, dependencies: ReadonlySet<string>): readonly Problem[] {
  const { path } = parsed.file;
  if (isTest(path) || isTool(path)) return [];
  if (floorOf(folderOf(path)) === -1) {
    const message = `${folderOf(path)} has no floor: give it one in scripts/floors/imports.ts`;
    return [{ path, line: 1, message }];
  }
  return parsed.imports.flatMap(({ specifier, typeOnly, line }) => {
    const to = target(path, specifier);
    const message =
      to.kind === 'file' ? whyNotFile(path, to.path) : whyNotPackage(path, to.name, typeOnly, dependencies);
    return message === null ? [] : [{ path, line, message }];
  });
}
