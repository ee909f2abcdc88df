import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key that signs links in mails. Its id stands in the link, so that older keys can go on verifying. */
export interface LinkKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** The first signs, all verify. */
export type LinkKeys = readonly [LinkKey, ...LinkKey[]];

const BYTES = 32;
const ONE = /^([a-z0-9]{1,12}):([A-Za-z0-9_-]+)$/;

/** Keys as a setting names them: `id:secret[,id:secret…]`, secrets in base64url, at least 32 bytes each. Null when it is none of that. */
export function parseLinkKeys(text: string): LinkKeys | null {
  const keys = text.split(',').map((one): LinkKey | null => {
    const [, id, secret] = ONE.exec(one.trim()) ?? [];
    if (id === undefined || secret === undefined) return null;
    const bytes = Buffer.from(secret, 'base64url');
    return bytes.length < BYTES ? null : { id, secret: bytes };
  });
  const [first, ...rest] = keys;
  if (!first || rest.includes(null) || new Set(keys.map(key => key?.id)).size < keys.length) return null;
  return [first, ...(rest as LinkKey[])];
}

/**
 * The keys in use: those of the settings, else those kept in the data folder, generated the first time. Safe when two processes start
 * at once.
 * @throws when the file is there but holds no keys
 */
export function linkKeys(settings: { readonly linkKeys: LinkKeys | null; readonly dataDir: string }): LinkKeys {
  if (settings.linkKeys !== null) return settings.linkKeys;
  const folder = join(settings.dataDir, 'keys');
  const file = join(folder, 'links');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    // Under its name the file is whole from the first moment, and the first of two processes wins.
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, `k1:${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(fresh, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(fresh);
    }
  }
  const keys = parseLinkKeys(readFileSync(file, 'utf8').trim());
  if (keys === null) {
    throw new Error(
      `${file}: không chứa khoá ký đường dẫn; xoá tệp để tạo khoá mới (đường dẫn cũ trong thư sẽ hết hiệu lực), hoặc đặt LINK_KEYS. / ` +
        `${file} holds no link keys; remove it to have new ones made (links in older mails stop working), or set LINK_KEYS.`,
    );
  }
  return keys;
}

/** What an operator should know when worker and API may run on different machines and no keys are set; null when all is well. */
export const linkKeysWarning = (settings: { readonly linkKeys: LinkKeys | null }): string | null =>
  settings.linkKeys === null
    ? 'LINK_KEYS is not set: worker and API must share DATA_DIR, or links in mails will be refused as forged'
    : null;
