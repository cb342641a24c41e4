import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { APP_ROLE } from '../store/access/identity.ts';

/** Images and services cannot be run by the tests: what can be checked is whether these files speak of the program there is. */

const root = path.resolve(import.meta.dirname, '..');
const read = (name: string) => readFile(path.join(root, name), 'utf8');

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  read_only: z.boolean().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  deploy: z.object({ replicas: z.union([z.number(), z.string()]) }).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
});
const composeFile = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
});

let names: ReadonlySet<string>;
let compose: z.infer<typeof composeFile>;
let composeText: string;
let dockerfile: string;
let caddyfile: string;
let unit: ReadonlyMap<string, readonly string[]>;
const port = String(readConfig({}).web.port);

beforeAll(async () => {
  names = new Set(Object.keys(parseEnv(await read('.env.example'))));
  composeText = await read('compose.yaml');
  compose = composeFile.parse(parseYaml(composeText, { merge: true }));
  dockerfile = await read('Dockerfile');
  caddyfile = await read('deploy/Caddyfile');
  const settings = new Map<string, string[]>();
  for (const line of (await read('deploy/dat-chuan.service')).split('\n')) {
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key !== '') settings.set(key, [...(settings.get(key) ?? []), value]);
  }
  unit = settings;
});

/** Services that run the product itself. */
const ours = () => Object.entries(compose.services).filter(([, { image }]) => image === 'dat-chuan');
/** The program that a command runs, `bot/main.ts`. */
const programOf = (command: readonly string[] | undefined) => command?.find((word) => word.endsWith('.ts'));

describe('compose.yaml', () => {
  it('sets all that the program reads and nothing else, and what every variable is taken from is explained', async () => {
    expect(ours().map(([name]) => name)).toEqual(['migrate', 'web', 'worker', 'cli']);
    for (const [name, { environment = {} }] of ours()) {
      for (const key of Object.keys(environment)) expect(names, `${name}: ${key}`).toContain(key);
    }
    // The embedded database and a watched folder are of no use there, and the role is the service's own.
    const elsewhere = new Set(['DATA_DIR', 'WATCH_DIR', 'BACKUP_KEY']);
    const { web } = compose.services;
    const wanted = [...names].filter((name) => !elsewhere.has(name));
    expect(Object.keys(web?.environment ?? {}).sort()).toEqual(wanted.sort());
    const used = new Set([...composeText.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    const explained = Object.keys(parseEnv(await read('deploy/compose.env.example')));
    expect([...used].sort()).toEqual(explained.sort());
  });

  it('serves in production under an account that owns nothing, and migrates and backs up under the owner', () => {
    for (const name of ['web', 'worker']) {
      const { environment = {}, read_only, depends_on } = compose.services[name] ?? {};
      expect(environment.DATABASE_URL).toContain('//dat_chuan_login:');
      expect(read_only).toBe(true);
      expect(depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
      const values = Object.entries(environment).map(([key, value]) => [
        key,
        value.replace(/\$\{DOMAIN:\?\}/, 'example.vn').replace(/\$\{\w+:-(\w*)\}/, '$1'),
      ]);
      const config = readConfig(Object.fromEntries(values));
      expect(config).toMatchObject({
        mode: 'production',
        role: name,
        web: { host: '0.0.0.0', port: Number(port) },
      });
    }
    for (const name of ['migrate', 'cli']) {
      expect(compose.services[name]?.environment?.DATABASE_URL).toContain('//dat_chuan_owner:');
    }
  });

  it('runs programs that are there, as many copies as are asked for of those that serve and of those that work', async () => {
    for (const [, { command, entrypoint }] of ours()) {
      expect(existsSync(path.join(root, programOf(entrypoint ?? command) ?? 'none'))).toBe(true);
    }
    expect(compose.services.migrate?.command?.at(-1)).toBe('migrate');
    expect(await read('cli/people/peopleCommands.ts')).toContain("'migrate'");
    const speaking = ours().filter(([, { environment = {} }]) => 'TELEGRAM_BOT_TOKEN' in environment);
    expect(speaking.map(([name, { deploy }]) => [name, deploy?.replicas])).toEqual([
      ['web', expect.stringMatching(/^\$\{WEB_REPLICAS:-2\}$/)],
      ['worker', expect.stringMatching(/^\$\{WORKER_REPLICAS:-2\}$/)],
    ]);
  });

  it('mounts files and volumes that are there, and opens no port but the proxy’s', () => {
    for (const [name, { volumes = [], ports }] of Object.entries(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const there = source.startsWith('.')
          ? existsSync(path.join(root, source))
          : source in compose.volumes;
        expect(there, `${name}: ${source}`).toBe(true);
      }
      // A volume whose folder is not in the image is root's, and the program is not root.
      if (ours().some(([one]) => one === name)) {
        const owned = /chown node:node (.*?) &&/.exec(dockerfile)?.[1]?.split(' ') ?? [];
        for (const volume of volumes) expect(owned, name).toContain(volume.split(':')[1]);
      }
      if (name !== 'proxy') expect(ports, name).toBeUndefined();
    }
  });

  it('has a database made with the accounts it names', async () => {
    const script = await read('deploy/postgres-init.sh');
    expect(script).toContain(`create role ${APP_ROLE} nologin;`);
    for (const account of ['dat_chuan_owner', 'dat_chuan_login']) {
      expect(script).toMatch(
        new RegExp(`create role ${account} login password :'\\w+' in role ${APP_ROLE};`),
      );
    }
    expect(script).toContain('create database dat_chuan owner dat_chuan_owner');
    const given = Object.keys(compose.services.postgres?.environment ?? {});
    for (const [, name] of script.matchAll(/\$([A-Z_]+)/g)) expect(given).toContain(name);
  });
});

describe('the proxy', () => {
  it('leads to the services and port there are, and keeps figures inside', () => {
    const copies = /name (\w+)\s+port (\d+)/.exec(caddyfile);
    // Whichever copy is asked: what messengers tell and the links in messages are kept in the database.
    expect([...caddyfile.matchAll(/reverse_proxy/g)]).toHaveLength(1);
    expect(copies?.slice(1)).toEqual(['web', port]);
    expect(caddyfile).toMatch(/@inside path \/metrics[\s\S]*handle @inside \{\s*respond 404/);
  });
});

describe('the Dockerfile', () => {
  it('installs what the product needs, builds the page, and runs the program as nobody special', async () => {
    const steps = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
    const [, major] = /^FROM node:(\d+)-\w+-slim$/m.exec(dockerfile) ?? [];
    const manifest: { engines: { node: string } } = JSON.parse(await read('package.json'));
    expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(manifest.engines.node)?.[0]));
    for (const word of ['npm ci --omit=dev', 'poppler-utils', 'tesseract-ocr-vie', 'web/build.ts']) {
      expect(dockerfile).toContain(word);
    }
    expect(await read('web/build.ts')).toContain('export async function ensureBuilt()');
    expect(steps.indexOf('USER node')).toBeGreaterThan(steps.indexOf('COPY . .'));
    expect(dockerfile).toContain(`EXPOSE ${port}`);
    const command: string[] = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]');
    expect(existsSync(path.join(root, programOf(command) ?? 'none'))).toBe(true);
    for (const [, name = ''] of dockerfile.matchAll(/^(?:ENV| {4})\s*([A-Z_]+)=/gm)) {
      if (name !== 'NODE_ENV') expect(names).toContain(name);
    }
    expect(await read('bot/channels/web/healthRoutes.ts')).toContain("app.get('/readyz'");
    expect(dockerfile).toContain('/readyz`');
  });

  it('leaves secrets and data out of the image', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    for (const name of ['.env', 'deploy/*.env', '.data', '.git', 'node_modules'])
      expect(ignored).toContain(name);
  });
});

describe('the unit for systemd', () => {
  it('runs the program as its own account, which may write to its own folders only', () => {
    const [command = ''] = unit.get('ExecStart') ?? [];
    expect(existsSync(path.join(root, programOf(command.split(' ')) ?? 'none'))).toBe(true);
    for (const [key, value] of [
      ['User', 'dat-chuan'],
      ['NoNewPrivileges', 'true'],
      ['ProtectSystem', 'strict'],
      ['ProtectHome', 'true'],
      ['CapabilityBoundingSet', ''],
      ['StateDirectory', 'dat-chuan'],
    ] as const) {
      expect(unit.get(key), key).toEqual([value]);
    }
    // JavaScript could not be compiled.
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false);
    const set = (unit.get('Environment') ?? []).map((line) => line.split('=')[0] ?? '');
    for (const name of set.filter((each) => each !== 'NODE_ENV')) expect(names).toContain(name);
  });
});
