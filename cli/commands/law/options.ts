import type { LawId } from '../../../law/model';
import { EXIT, Failure } from '../../io';

export interface LawOptions {
  readonly law?: string;
  readonly article?: string;
  readonly search?: string;
  readonly json?: boolean;
}

/**
 * The law an option names; undefined for both.
 * @throws Failure for anything else
 */
export const lawOf = (text: string | undefined): LawId | undefined => {
  if (text === undefined || text === '2025' || text === '2008') return text;
  throw new Failure(
    EXIT.usage,
    'wrong_law',
    `--law: "${text}" không có; dùng 2025 hoặc 2008.`,
    `--law: use 2025 or 2008.`,
  );
};
