import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD_ROWS, csvOf, formulaSheet, goodRows } from './bad';
import { benTrePlan, benTreRegister } from './ben-tre';
import { laoCaiRegister } from './lao-cai';
import { toTcvn3, toWindows1258 } from './old-encodings';
import { templateSheets } from './template';
import { type SheetPlan, writeWorkbook } from './workbook';

/** Writes every sample into a folder: `node dist/samples/generator/main.js samples`. The same program writes the same cells. */
async function main(into: string): Promise<void> {
  const bad = join(into, 'bad');
  mkdirSync(bad, { recursive: true });
  const book = async (path: string, sheets: readonly SheetPlan[]) => {
    writeFileSync(path, await writeWorkbook(sheets));
    console.log(path);
  };
  const bytes = (path: string, content: string | Uint8Array) => {
    writeFileSync(path, content);
    console.log(path);
  };
  await book(join(into, 'lao-cai-2016-2021.xlsx'), laoCaiRegister());
  await book(join(into, 'ben-tre-2017.xlsx'), benTreRegister());
  await book(join(into, 'ben-tre-2017-campaign.xlsx'), benTrePlan());
  await book(join(into, 'template.xlsx'), templateSheets());
  for (const [name, rows] of Object.entries(BAD_ROWS)) bytes(join(bad, `${name}.csv`), `\ufeff${csvOf(rows)}`);
  await book(join(bad, 'cong-thuc.xlsx'), [formulaSheet()]);
  const text = csvOf(goodRows());
  bytes(join(bad, 'windows-1258.csv'), toWindows1258(text));
  bytes(join(bad, 'tcvn3.csv'), toTcvn3(text));
  bytes(join(bad, 'utf-16.csv'), Buffer.from(`\ufeff${text}`, 'utf16le'));
  const lines = text.split('\r\n');
  bytes(
    join(bad, 'lan-bang-ma.csv'),
    Buffer.concat(
      lines
        .slice(0, 4)
        .map((line, at) =>
          at === 2 ? Buffer.concat([toWindows1258(line), Buffer.from('\r\n')]) : Buffer.from(`${line}\r\n`),
        ),
    ),
  );
}

main(process.argv[2] ?? 'samples').catch(error => {
  console.error(error);
  process.exitCode = 1;
});
