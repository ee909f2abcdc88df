import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { platformName } from '../../embedded/binaries/release';
import { serverBinaries, uiBinary } from '../../embedded/binaries/temporal';
import type { Progress } from '../../embedded/progress';

const said: string[] = [];
const progress: Progress = {
  say: (_vi, en) => void said.push(en),
  work: (_vi, en, job) => {
    said.push(en);
    return job();
  },
};

let dir: string;
let mirror: Server;
let archive: Buffer;
let published: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  said.length = 0;
  dir = mkdtempSync(join(tmpdir(), 'thoihan-binaries-'));
  const packed = join(dir, 'packed');
  mkdirSync(packed);
  for (const name of ['temporal-server', 'temporal-sql-tool', 'ui-server', 'LICENSE']) {
    writeFileSync(join(packed, name), `#!/bin/sh\necho ${name}\n`, { mode: name === 'LICENSE' ? 0o644 : 0o755 });
  }
  execFileSync('tar', ['-czf', join(dir, 'a.tar.gz'), '-C', packed, '.']);
  archive = readFileSync(join(dir, 'a.tar.gz'));
  published = createHash('sha256').update(archive).digest('hex');
  mirror = createServer((request, response) => {
    const name = basename(request.url ?? '');
    if (name !== 'checksums.txt') return response.end(archive);
    response.end(
      ['temporal_1.31.2', 'ui-server_2.50.1'].map(stem => `${published}  ${stem}_${platformName()}.tar.gz\n`).join(''),
    );
  });
  await new Promise<void>(done => mirror.listen(0, '127.0.0.1', done));
  env = {
    PATH: '/usr/bin:/bin',
    XDG_CACHE_HOME: join(dir, 'cache'),
    THOIHAN_RELEASES: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`,
  };
});

afterEach(async () => {
  mirror.closeAllConnections();
  await new Promise(done => mirror.close(done));
  rmSync(dir, { recursive: true, force: true });
});

const server = () => join(dir, 'cache', 'thoihan', 'temporal-server', '1.31.2');

test('the official release is checked, unpacked into the cache by version, and found there the next time', async () => {
  const found = await serverBinaries(env, progress);
  expect(execFileSync(found.server, { encoding: 'utf8' })).toBe('temporal-server\n');
  expect(readdirSync(server()).sort()).toEqual(['temporal-server', 'temporal-sql-tool']);
  expect(execFileSync(await uiBinary(env, progress), { encoding: 'utf8' })).toBe('ui-server\n');
  said.length = 0;
  await serverBinaries({ ...env, THOIHAN_RELEASES: 'http://127.0.0.1:1' }, progress);
  expect(said).toEqual([]);
});

test('an archive with another checksum is not used; without Go one message lists the ways out, and nothing stays behind', async () => {
  published = '0'.repeat(64);
  const emptyPath = join(dir, 'no-programs');
  mkdirSync(emptyPath);
  await expect(serverBinaries({ ...env, PATH: emptyPath }, progress)).rejects.toThrow(
    /Go is not installed here.*TEMPORAL_SERVER=.*TEMPORAL_ADDRESS=/s,
  );
  expect(existsSync(server())).toBe(false);
  expect(readdirSync(join(server(), '..'))).toEqual([]);
});

test('a Go that is too old is named as the reason', async () => {
  const bin = join(dir, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'go'),
    '#!/bin/sh\necho "go: module requires go >= 1.26.4 (running go 1.22.1)" >&2\nexit 1\n',
  );
  chmodSync(join(bin, 'go'), 0o755);
  await expect(serverBinaries({ ...env, PATH: bin, THOIHAN_RELEASES: 'http://127.0.0.1:1' }, progress)).rejects.toThrow(
    /Go is too old: .*running go 1\.22\.1/,
  );
});

test('without a release the Go toolchain builds each program under its own name', async () => {
  const bin = join(dir, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'go'),
    '#!/bin/sh\nname=$(basename "$(echo "$2" | cut -d@ -f1)")\nprintf "#!/bin/sh\\necho %s\\n" "$2" > "$GOBIN/$name"\nchmod 755 "$GOBIN/$name"\n',
  );
  chmodSync(join(bin, 'go'), 0o755);
  const env2 = { ...env, PATH: `${bin}:/usr/bin:/bin`, THOIHAN_RELEASES: 'http://127.0.0.1:1' };
  const found = await serverBinaries(env2, progress);
  expect(execFileSync(found.server, { encoding: 'utf8' })).toBe('go.temporal.io/server/cmd/server@v1.31.2\n');
  expect(execFileSync(found.sqlTool, { encoding: 'utf8' })).toBe('go.temporal.io/server/cmd/tools/sql@v1.31.2\n');
});

test('TEMPORAL_SERVER goes first, and must be a program', async () => {
  const own = join(dir, 'packed', 'temporal-server');
  expect(await serverBinaries({ ...env, TEMPORAL_SERVER: own }, progress)).toEqual({
    server: own,
    sqlTool: join(dir, 'packed', 'temporal-sql-tool'),
  });
  await expect(serverBinaries({ ...env, TEMPORAL_SERVER: join(dir, 'packed', 'LICENSE') }, progress)).rejects.toThrow(
    'is not an executable file',
  );
});
