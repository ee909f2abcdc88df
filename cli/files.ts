import { readFile } from 'node:fs/promises';
import { EXIT, Failure } from './io';

/** The content of a JSON file. @throws Failure that says which file, and what is wrong with it */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Failure(EXIT.refused, 'no_file', `Không đọc được ${file} (${code}).`, `Cannot read ${file} (${code}).`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    throw new Failure(EXIT.refused, 'not_json', `${file} không phải JSON: ${why}.`, `${file} is not JSON: ${why}.`);
  }
}
