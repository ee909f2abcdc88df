import { DENUNCIATION_STEP_RULES, DENUNCIATION_STEPS } from '../both/law-on-denunciations';
import { WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { also, breach, days, duties2025, luat136, luat2025, nd31, nd152, nd156, rules2025, toCao } from '../words';

const LENGTHS =
  'Thời hạn giải quyết tố cáo là 30 ngày kể từ ngày thụ lý tố cáo; đối với vụ việc phức tạp thì thời hạn không quá 60 ngày kể từ ngày thụ lý tố cáo; đối với vụ việc đặc biệt phức tạp thì thời hạn không quá 90 ngày kể từ ngày thụ lý tố cáo.';

/** Điều 110 with the Law on Denunciations (Luật Tố cáo): denunciations. */
export const DENUNCIATION = duties2025('denunciation', [
  {
    id: 'denunciation-resolve',
    succeeds: ['o08-denunciation'],
    nameVi: 'Giải quyết tố cáo',
    nameEn: 'Resolve the denunciation',
    trigger: { on: ['denunciation-accepted', 'denunciation-reopened', 'denunciation-taken-over'] },
    period: days(30),
    variants: [
      { id: 'complex', when: { complexity: 'complex' }, period: days(60) },
      { id: 'special', when: { complexity: 'special' }, period: days(90) },
    ],
    extension: {
      event: 'denunciation-extended',
      whole: true,
      times: 2,
      period: days(60),
      second: days(90),
      source: also(
        toCao('30(2), 30(3)', 'gia hạn … một lần nhưng không quá 30 ngày … hai lần, mỗi lần không quá 30 ngày'),
        luat2025('110(2)'),
      ),
    },
    dischargedBy: ['denunciation-concluded'],
    voidedBy: ['denunciation-discontinued', 'denunciation-taken-over', 'crime-transferred'],
    role: 'complaint_handler',
    atExpiry: breach('Cấp trên yêu cầu báo cáo (Luật Tố cáo Điều 38)', 'The superior demands a report'),
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: also(luat2025('110(2)', LENGTHS), toCao('30(1)')),
    confidence: 'V1',
  },
  ...DENUNCIATION_STEPS,
]);

export const DENUNCIATION_RULES = rules2025('denunciation', [
  ...DENUNCIATION_STEP_RULES,
  {
    id: 'denunciation-extend-complex',
    nameVi: 'Gia hạn giải quyết tố cáo phức tạp',
    nameEn: 'Extension for complexity',
    sort: 'effect',
    saysVi:
      'Có một tiêu chí phức tạp: gia hạn bằng văn bản một lần, không quá 30 ngày; cộng lại không quá 60 ngày kể từ ngày thụ lý.',
    saysEn:
      'One criterion of complexity: extended in writing once, by 30 days at most; 60 days in all from acceptance.',
    carriedBy: ['denunciation-extended', 'denunciation-resolve'],
    source: also(luat2025('110(2)', LENGTHS), toCao('30(2), 30(4)'), nd31('3(2), 3(4)')),
    confidence: 'V1',
  },
  {
    id: 'denunciation-extend-special',
    nameVi: 'Gia hạn giải quyết tố cáo đặc biệt phức tạp',
    nameEn: 'Extension for special complexity',
    sort: 'effect',
    saysVi:
      'Từ hai tiêu chí trở lên: gia hạn hai lần, mỗi lần không quá 30 ngày; cộng lại không quá 90 ngày kể từ ngày thụ lý.',
    saysEn: 'Two criteria or more: extended twice, by 30 days at most each; 90 days in all from acceptance.',
    carriedBy: ['denunciation-extended', 'denunciation-resolve'],
    source: also(luat2025('110(2)', LENGTHS), toCao('30(3)'), nd31('3(3)')),
    confidence: 'V1',
  },
  {
    id: 'denunciation-discontinue',
    nameVi: 'Đình chỉ giải quyết tố cáo',
    nameEn: 'Discontinuation of the denunciation',
    sort: 'condition',
    saysVi:
      'Rút toàn bộ, người bị tố cáo chết, hoặc đã có bản án, quyết định có hiệu lực; nhưng vẫn giải quyết khi có dấu hiệu vi phạm, bị đe dọa, mua chuộc hoặc lợi dụng tố cáo (Điều 33(3)).',
    saysEn:
      'Wholly withdrawn, the accused died, or already judged; but it goes on where there are signs of violation, threats, bribery or abuse (33(3)).',
    carriedBy: ['denunciation-discontinued'],
    source: also(toCao('34(3)'), toCao('33(3)'), nd156('4(4)')),
    confidence: 'V1',
  },
  {
    id: 'denunciation-withdraw',
    nameVi: 'Rút tố cáo',
    nameEn: 'Withdrawal of a denunciation',
    sort: 'condition',
    saysVi:
      'Trước khi ra kết luận, bằng đơn (Mẫu 02) hoặc biên bản (Mẫu 03); rút một phần thì phần còn lại vẫn giải quyết.',
    saysEn: 'Before the conclusion, by letter (form 02) or minutes (form 03); if in part, the rest goes on.',
    carriedBy: ['denunciation-withdrawn'],
    source: also(
      luat2025(
        '108(2)đ',
        'Rút một phần hoặc toàn bộ nội dung tố cáo trước khi người giải quyết tố cáo ra kết luận nội dung tố cáo.',
      ),
      luat136('3(5)'),
      nd156('1'),
    ),
    confidence: 'V1',
  },
  {
    id: 'denunciation-continued-final',
    nameVi: 'Không đồng ý kết quả xử lý tố cáo tiếp',
    nameEn: 'Against the outcome of a continued denunciation',
    sort: 'effect',
    saysVi: 'Không xem xét tiếp; trả lời bằng văn bản. Không nêu số ngày.',
    saysEn: 'Not considered further; a written reply. No number of days.',
    carriedBy: ['final-letter-received', 'final-reply-sent'],
    source: nd152('76(1)'),
    confidence: 'OCR',
  },
  {
    id: 'denunciation-follow-up',
    nameVi: 'Theo dõi, đôn đốc thực hiện kết luận nội dung tố cáo',
    nameEn: 'Follow the execution of the conclusion',
    sort: 'effect',
    saysVi: 'Người giải quyết, cơ quan thanh tra hoặc đơn vị tham mưu theo dõi, đôn đốc việc thực hiện kết luận.',
    saysEn: 'The resolver, the inspectorate or the advisory unit follows how the conclusion is carried out.',
    carriedBy: ['conclusion-acted-on', 'sanction-result-known'],
    source: also(luat136('3(6)'), nd156('3')),
    confidence: 'V1',
  },
]);
