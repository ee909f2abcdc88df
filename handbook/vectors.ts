import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeadlineStatus, Facts, LawId, MatterKind, Period } from '../law';

/** One limit counted from one day, by hand. See law/vectors/README.md. */
export interface Vector {
  readonly id: string;
  readonly dutyId: string;
  readonly article: string;
  readonly on: string;
  readonly at?: string;
  readonly facts?: Facts;
  readonly due: string;
  readonly dueLatest?: string;
  readonly kind: Period['unit'];
  readonly provisional: boolean;
  readonly reason: Reason;
}

export interface Reason {
  readonly vi: string;
  readonly en: string;
}

export interface LifeEvent {
  readonly type: string;
  readonly on: string;
  readonly at?: string;
  readonly attrs?: Facts;
}

export interface ExpectedDeadline {
  readonly dutyId: string;
  readonly law: LawId;
  readonly startedOn: string;
  readonly due: string;
  readonly dueLatest?: string;
  readonly status: DeadlineStatus;
  readonly closedOn?: string;
}

/** One matter as of a day, with the deadlines that must be there. */
export interface Life {
  readonly id: string;
  readonly kind: MatterKind;
  readonly facts: Facts;
  readonly events: readonly LifeEvent[];
  readonly asOf: string;
  readonly expect: readonly ExpectedDeadline[];
  readonly reason: Reason;
}

export interface VectorFile {
  readonly format: 1;
  readonly law: LawId;
  readonly group: string;
  readonly vectors: readonly Vector[];
}

export interface LifeFile {
  readonly format: 1;
  readonly lives: readonly Life[];
}

/** A file of law/vectors, with its path below that folder. */
export interface Read<T> {
  readonly path: string;
  readonly content: T;
}

const ROOT = join(__dirname, '..', 'law', 'vectors');

function folder<T>(name: string): Read<T>[] {
  return readdirSync(join(ROOT, name))
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const path = `${name}/${file}`;
      try {
        return { path, content: JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T };
      } catch (error) {
        throw new Error(`law/vectors/${path}: ${(error as Error).message}`);
      }
    });
}

/** The files of vectors of both laws. */
export const vectorFiles = (): Read<VectorFile>[] => [...folder<VectorFile>('2025'), ...folder<VectorFile>('2008')];

/** The files of lives. */
export const lifeFiles = (): Read<LifeFile>[] => folder<LifeFile>('lives');

let allVectors: readonly (Vector & { readonly law: LawId })[] | undefined;

/** Every vector, with the law it belongs to; read once. */
export function vectors(): readonly (Vector & { readonly law: LawId })[] {
  allVectors ??= vectorFiles().flatMap(({ content }) => content.vectors.map(one => ({ ...one, law: content.law })));
  return allVectors;
}

let allLives: readonly Life[] | undefined;

/** Every life; read once. */
export function lives(): readonly Life[] {
  allLives ??= lifeFiles().flatMap(({ content }) => content.lives);
  return allLives;
}
