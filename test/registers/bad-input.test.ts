import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { openFile } from '../../activities/intake/open-file';
import { guardZip } from '../../activities/intake/zip-guard';
import { readRegister } from '../../registers/read';
import { laoCaiOffice } from '../../samples/generator/old-province';
import { contextOf } from './support';

const context = contextOf(laoCaiOffice(), '2026-11-23');
const BAD = resolve(__dirname, '../../samples/bad');

async function read(path: string) {
  const { sheets, issues } = await openFile(path, path);
  const reading = readRegister(sheets, context);
  const all = [...issues, ...reading.issues];
  return {
    reading,
    all,
    errors: all.filter(issue => issue.severity === 'error'),
    warnings: all.filter(issue => issue.severity === 'warning'),
  };
}

describe('one row wrong: it is refused by name and place, the others are taken', () => {
  test.each([
    ['ngay-31-02.csv', 'date-no-such-day', 'C (Ngày QĐ THA)', '31/02/2020'],
    ['ngay-1900.csv', 'date-too-old', 'C (Ngày QĐ THA)', '01/01/1900'],
    ['ngay-tuong-lai.csv', 'date-in-future', 'C (Ngày QĐ THA)', '15/10/2091'],
    ['trung-so.csv', 'duplicate-number', null, '1/QĐ-CCTHADS'],
    ['don-vi-la.csv', 'unit-unknown', 'J (Đơn vị)', 'Không Có'],
    ['tien-co-chu.csv', 'money-unreadable', 'I (Số tiền phải thi hành)', 'mười hai triệu'],
    ['su-kien-som.csv', 'event-too-early', null, 'Thi hành xong'],
    ['sau-khi-ket-thuc.csv', 'event-after-end', null, 'đình chỉ'],
  ])('%s: %s', async (file, code, column, quoted) => {
    const { reading, errors } = await read(join(BAD, file));
    expect(errors).toMatchObject([{ code, column, row: 3 }]);
    expect(errors[0]!.vi).toContain(quoted);
    expect(errors[0]!.en).not.toBe('');
    expect(reading.matters.map(matter => matter.row)).toEqual([2, 4]);
    expect(reading.rowsRefused).toBe(1);
  });
});

test('mixed separators are taken with a warning', async () => {
  const { reading, errors, warnings } = await read(join(BAD, 'tien-lan-dau.csv'));
  expect(errors).toEqual([]);
  expect(warnings).toMatchObject([{ code: 'money-separators', row: 3 }]);
  expect(reading.matters[1]!.facts.amount).toBe('1234567');
});

test('a missing column refuses the sheet and names the column', async () => {
  const { reading, errors } = await read(join(BAD, 'thieu-cot.csv'));
  expect(errors).toMatchObject([{ code: 'column-missing' }]);
  expect(errors[0]!.vi).toContain('Ngày');
  expect(reading.matters).toEqual([]);
});

test('an unknown layout says which headings were understood and which not', async () => {
  const { errors } = await read(join(BAD, 'mau-la.csv'));
  expect(errors).toMatchObject([{ code: 'layout-unknown' }]);
  expect(errors[0]!.vi).toContain('Tên hàng');
});

test('formulas: the stored result with a warning, none is an error', async () => {
  const { reading, errors, warnings } = await read(join(BAD, 'cong-thuc.xlsx'));
  expect(warnings).toMatchObject([{ code: 'formula', row: 3, column: 'I (Số tiền phải thi hành)' }]);
  expect(errors).toMatchObject([{ code: 'formula-without-result', row: 4 }]);
  expect(reading.matters.map(matter => matter.facts.amount)).toEqual(['12500000', '2500000']);
});

describe('encodings', () => {
  test.each([
    ['utf-16.csv', []],
    ['windows-1258.csv', ['encoding-old']],
    ['tcvn3.csv', ['encoding-old']],
    ['lan-bang-ma.csv', ['encoding-mixed']],
  ])('%s', async (file, codes) => {
    const { reading, errors, warnings } = await read(join(BAD, file));
    expect(errors).toEqual([]);
    expect(warnings.map(one => one.code)).toEqual(codes);
    expect(reading.matters).toHaveLength(3);
    for (const matter of reading.matters) {
      expect(matter.parties.map(party => party.name)).toEqual(['Nguyễn Văn Mẫu', 'Trần Thị Ví']);
      expect(matter.unitCode).toBe('LCA-CU-BT');
      expect(matter.key.number).toBe(`${matter.row - 1}/QĐ-CCTHADS`);
    }
  });
});

describe('files that are not opened', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'thoihan-bad-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const file = (name: string, content: string | Buffer) => {
    const path = join(dir, name);
    writeFileSync(path, content);
    return path;
  };

  test('200 MB', async () => {
    const path = file('to.xlsx', '');
    truncateSync(path, 200 * 1024 * 1024);
    await expect(openFile(path, 'to.xlsx')).rejects.toMatchObject({ issue: { code: 'file-too-large' } });
  });

  test.each([
    ['empty', '', 'file-empty'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-old-excel'],
    ['a broken zip', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)]), 'file-damaged'],
    ['binary that calls itself .csv', Buffer.from([0x41, 0x00, 0x01, 0x00, 0x02]), 'file-not-text'],
  ])('%s', async (_, content, code) => {
    await expect(openFile(file('f.csv', content), 'f.csv')).rejects.toMatchObject({ issue: { code } });
  });

  test('a zip that lies about its size costs its bound and no more', () => {
    const bomb = zipOf(deflateRawSync(Buffer.alloc(30 * 1024 * 1024)), 1_000);
    expect(() => guardZip(bomb, 10 * 1024 * 1024)).toThrow(
      expect.objectContaining({ issue: expect.objectContaining({ code: 'file-unpacks-too-large' }) }),
    );
    expect(() => guardZip(bomb, 40 * 1024 * 1024)).not.toThrow();
  });
});

/** A zip of one deflated entry that claims `claimed` bytes unpacked. */
function zipOf(packed: Buffer, claimed: number): Buffer {
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
