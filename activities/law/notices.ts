import type { Pool } from 'pg';
import { packDocument, readPack } from './pack-file';
import { packContent, type StoredPack, storedPacks } from './packs';
import { packsInForce } from './parts';

/** Something an operator should tell a legal officer. */
export interface PackNotice {
  readonly vi: string;
  readonly en: string;
}

/** Mistakes found in packs signed under an earlier program, by hash: content never changes, so each is read once by this program. */
const found = new Map<string, number>();

async function mistakesIn(pool: Pool, { law, version, hash }: StoredPack): Promise<number> {
  const known = found.get(hash);
  if (known !== undefined) return known;
  const pack = await packContent(pool, law, version, 0);
  const { problems } = readPack(packDocument(pack), version, { kept: [], inForce: await packsInForce(pool) });
  found.set(hash, problems.length);
  return problems.length;
}

/** Newer packs that the program brought and an agency's own still stands before; signed ones that name what the program no longer knows. */
export async function packNotices(pool: Pool): Promise<readonly PackNotice[]> {
  const notices: PackNotice[] = [];
  for (const pack of await storedPacks(pool)) {
    const { law, version, origin, state } = pack;
    if (origin === 'built_in' && state === 'draft') {
      notices.push({
        vi: `Luật ${law}: đang dùng bản cơ quan đã ký; bản ${version} đi kèm chương trình mới hơn. Xem: thoihan law export --law ${law} --pack ${version}; muốn dùng thì đặt số bản của cơ quan, nạp và ký.`,
        en: `Law of ${law}: the agency's signed pack is in use; pack ${version} of the program is newer. See: thoihan law export --law ${law} --pack ${version}; to use it, give it a version of your own, load and sign it.`,
      });
    }
    if (origin === 'agency' && state === 'signed') {
      const mistakes = await mistakesIn(pool, pack);
      if (mistakes === 0) continue;
      notices.push({
        vi: `Bản ${version} của Luật ${law} đang áp dụng có ${mistakes} chỗ không khớp chương trình này (nâng cấp sau khi ký). Xuất ra, nạp lại với số bản mới để xem từng chỗ.`,
        en: `Pack ${version} of the law of ${law} in force does not fit this program in ${mistakes} places (upgraded since it was signed). Export it and load it under a new version to see each.`,
      });
    }
  }
  return notices;
}
