import { rm } from 'node:fs/promises';

/** Removes an uploaded register once it is in the record: it holds names. Gone already is as good. */
export async function removeUpload(path: string): Promise<void> {
  if (path !== '') await rm(path, { force: true });
}
