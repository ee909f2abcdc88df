import type { EventDef } from '../model';
import { tt13 } from '../statutes/words';
import { date, events, must, RESOLVER } from './words';

const RECEIVED: readonly (readonly string[])[] = [['petition-received']];
const ONCE = { requires: RECEIVED, refusedAfter: ['petition-stored'] } as const;

/** A petition or reflection (kiến nghị, phản ánh): TT 13/2021 Điều 28. */
export const PETITION: readonly EventDef[] = events('petition', [
  [
    'petition-received',
    'Nhận kiến nghị, phản ánh',
    'Petition received',
    RESOLVER,
    { stage: 'received', once: true, source: tt13('28(1)') },
  ],
  [
    'petition-not-competent',
    'Kiến nghị, phản ánh không thuộc thẩm quyền',
    'Not competent',
    RESOLVER,
    {
      ...ONCE,
      stage: 'screening',
      attrs: [must(date('petitionReceivedOn', 'Ngày nhận đơn'))],
      source: tt13('28(2)'),
    },
  ],
  [
    'petition-answered',
    'Trả lời kiến nghị, phản ánh',
    'Petition answered',
    RESOLVER,
    { ...ONCE, stage: 'answered', closes: true, source: tt13('28(1)') },
  ],
  [
    'petition-forwarded',
    'Hướng dẫn hoặc chuyển đơn',
    'Petition forwarded',
    RESOLVER,
    { ...ONCE, stage: 'forwarded', closes: true, source: tt13('28(2)') },
  ],
  [
    'petition-stored',
    'Lưu đơn trùng, nhiều nơi nhận',
    'Petition stored',
    RESOLVER,
    { requires: RECEIVED, once: true, stage: 'stored', source: tt13('28(3)') },
  ],
  [
    'letter-destroyed',
    'Tiêu hủy đơn lưu',
    'Stored letter destroyed',
    RESOLVER,
    { requires: [['petition-stored']], stage: 'ended', closes: true, source: tt13('8(4), 28(3)') },
  ],
]);
