import { luat2025, toCao, tt13 } from '../../statutes/words';
import { code, count, events, RESOLVER } from '../words';

const TAKEN_UP: readonly (readonly string[])[] = [['denunciation-accepted']];
/** Being resolved: accepted, continued after a suspension, reopened or taken over by the superior. */
const IN_HAND: readonly (readonly string[])[] = [
  ['denunciation-accepted', 'denunciation-continued', 'denunciation-reopened', 'denunciation-taken-over'],
];
const OPEN = { requires: IN_HAND, refusedAfter: ['denunciation-concluded'] } as const;

/** From acceptance to the conclusion (Luật Tố cáo Điều 29 – 35; Điều 110(2) of the law). */
export const DENUNCIATION_RESOLUTION = events('denunciation', [
  [
    'parties-notified',
    'Thông báo người tố cáo, người bị tố cáo',
    'Both sides notified',
    RESOLVER,
    { requires: TAKEN_UP, stage: 'notified_parties', source: toCao('29(3)') },
  ],
  [
    'verification-team-formed',
    'Quyết định thành lập Đoàn xác minh',
    'Verification team formed',
    RESOLVER,
    { ...OPEN, stage: 'verifying', source: tt13('19') },
  ],
  [
    'team-announced',
    'Giao, công bố quyết định thành lập Đoàn xác minh',
    'Team decision handed over or announced',
    RESOLVER,
    { requires: [['verification-team-formed']], stage: 'verifying', source: tt13('19(1)') },
  ],
  [
    'verification-ended',
    'Kết thúc việc xác minh',
    'Verification ended',
    RESOLVER,
    { ...OPEN, stage: 'verifying', source: tt13('21(1)') },
  ],
  [
    'verification-reported',
    'Báo cáo kết quả xác minh',
    'Verification reported',
    RESOLVER,
    {
      requires: [['verification-ended']],
      refusedAfter: ['denunciation-concluded'],
      stage: 'reported',
      source: tt13('21(1)'),
    },
  ],
  [
    'denunciation-extended',
    'Gia hạn giải quyết tố cáo',
    'Resolution extended',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['denunciation-concluded', 'denunciation-suspended'],
      most: 2,
      attrs: [count('days', 'Số ngày (không quá 30)')],
      marks: { raises: 'extended' },
      source: toCao('30(2), 30(3), 30(4)'),
    },
  ],
  [
    'denunciation-suspended',
    'Tạm đình chỉ giải quyết tố cáo',
    'Denunciation suspended',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['denunciation-concluded', 'denunciation-suspended'],
      stage: 'suspended',
      pauses: { kind: 'complaint-suspended' },
      attrs: [code('ground', 'Căn cứ', 'awaiting_other_body', 'expertise')],
      source: toCao('34(1)'),
    },
  ],
  [
    'denunciation-continued',
    'Tiếp tục giải quyết tố cáo',
    'Denunciation continued',
    RESOLVER,
    {
      refusedAfter: ['denunciation-continued'],
      requires: [['denunciation-suspended']],
      returns: true,
      resumes: ['complaint-suspended'],
      source: toCao('34(2)'),
    },
  ],
  [
    'suspension-document-sent',
    'Gửi quyết định tạm đình chỉ, đình chỉ',
    'Suspension decision sent',
    RESOLVER,
    { requires: [['denunciation-suspended', 'denunciation-discontinued']], source: toCao('34(4)') },
  ],
  [
    'denunciation-withdrawn',
    'Rút tố cáo',
    'Denunciation withdrawn',
    RESOLVER,
    {
      requires: [['denunciation-received']],
      refusedAfter: ['denunciation-concluded'],
      attrs: [code('extent', 'Phạm vi', 'whole', 'part')],
      source: luat2025('108(2)đ'),
    },
  ],
  [
    'denunciation-discontinued',
    'Đình chỉ giải quyết tố cáo',
    'Denunciation discontinued',
    RESOLVER,
    {
      ...OPEN,
      stage: 'discontinued',
      closes: true,
      attrs: [code('ground', 'Căn cứ', 'withdrawn', 'accused_died', 'already_judged')],
      source: toCao('33(3), 34(3)'),
    },
  ],
  [
    'denunciation-concluded',
    'Kết luận nội dung tố cáo',
    'Denunciation concluded',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['denunciation-suspended', 'denunciation-concluded'],
      stage: 'concluded',
      marks: { lowers: ['extended'] },
      source: luat2025('110(2), 110(4)'),
    },
  ],
]);
