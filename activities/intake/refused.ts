import type { Issue } from '../../registers/issue';

/** A file that cannot be taken at all. Nothing of it is written; the text says what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly issue: Issue) {
    super(`${issue.vi} / ${issue.en}`);
  }
}

export const refuseFile = (code: string, vi: string, en: string): never => {
  throw new FileRefused({ sheet: '', row: 0, column: null, severity: 'error', code, vi, en });
};
