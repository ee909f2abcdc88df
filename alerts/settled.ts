import { vnDate } from '../law/day';
import type { Day } from '../law/model';
import { escapeHtml, matterUrl, oneLine } from './mail-text';

/** Why a limit of which the reader was told asks for nothing more, or for something else. */
export type Settlement = 'met' | 'late' | 'void' | 'moved' | 'paused' | 'handed_over';

/** A limit that was told and is settled since the reader's last digest. */
export interface SettledItem {
  readonly matterId: string;
  readonly matterNumber: string;
  readonly dutyNameVi: string;
  readonly how: Settlement;
  /** Day on which it was done or fell away; for `moved` the new due day. */
  readonly on?: Day;
  /** Code of the officer whose matter it is, when the reader is not that officer. */
  readonly officerCode?: string;
}

const WORDS: Record<Settlement, string> = {
  met: 'xong',
  late: 'xong, muộn',
  void: 'không còn phải làm',
  moved: 'tính lại, hạn mới',
  paused: 'đang tạm dừng',
  handed_over: 'đã giao cán bộ khác',
};

function saidOf({ dutyNameVi, officerCode, how, on }: SettledItem): string {
  const officer = officerCode === undefined ? '' : ` (cán bộ ${oneLine(officerCode)})`;
  const day = on === undefined ? '' : how === 'moved' ? ` ${vnDate(on)}` : ` ngày ${vnDate(on)}`;
  return `${oneLine(dutyNameVi)}${officer}: ${WORDS[how]}${day}`;
}

/** One line each. */
export const settledText = (item: SettledItem): string => `✓ ${oneLine(item.matterNumber)}, ${saidOf(item)}`;

export const settledHtml = (item: SettledItem, publicUrl: string): string =>
  `<div style="padding:4px 0;font-size:15px">✓ <a href="${escapeHtml(matterUrl(publicUrl, item.matterId))}" style="color:#1d4ed8">` +
  `${escapeHtml(oneLine(item.matterNumber))}</a>, ${escapeHtml(saidOf(item))}</div>`;
