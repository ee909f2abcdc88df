import { DENUNCIATION_STEP_RULES, DENUNCIATION_STEPS, LAW_ON_DENUNCIATIONS } from '../both/law-on-denunciations';
import { also, duties2008, inForceSince, rules2008, toCao, tt13 } from '../words';

/** Luật Tố cáo 25/2018/QH14 beside the law of 2008, whose Điều 157 gives the length of resolving. */
export const DENUNCIATION_LAW = duties2008('denunciation', inForceSince(LAW_ON_DENUNCIATIONS, DENUNCIATION_STEPS));

export const DENUNCIATION_LAW_RULES = rules2008('denunciation', [
  ...DENUNCIATION_STEP_RULES,
  {
    id: 'denunciation-discontinue',
    nameVi: 'Đình chỉ giải quyết tố cáo',
    nameEn: 'Discontinuation of the denunciation',
    sort: 'condition',
    saysVi:
      'Rút toàn bộ, người bị tố cáo chết, hoặc đã có bản án, quyết định có hiệu lực; nhưng vẫn giải quyết khi có dấu hiệu vi phạm, bị đe dọa, mua chuộc hoặc lợi dụng tố cáo.',
    saysEn:
      'Wholly withdrawn, the accused died, or already judged; but it goes on where there are signs of violation, threats, bribery or abuse.',
    carriedBy: ['denunciation-discontinued'],
    source: also(toCao('34(3)'), toCao('33(3)'), tt13('18(2), 18(5)')),
    confidence: 'V1',
  },
  {
    id: 'denunciation-withdraw',
    nameVi: 'Rút tố cáo',
    nameEn: 'Withdrawal of a denunciation',
    sort: 'condition',
    saysVi: 'Trước khi ra kết luận, bằng văn bản; rút một phần thì phần còn lại vẫn giải quyết.',
    saysEn: 'Before the conclusion, in writing; if in part, the rest goes on.',
    carriedBy: ['denunciation-withdrawn'],
    source: also(
      tt13(
        '18(1)',
        'Người tố cáo có quyền rút một phần hoặc toàn bộ nội dung tố cáo trước khi người giải quyết tố cáo ra kết luận nội dung tố cáo. Việc rút tố cáo phải được thực hiện bằng văn bản.',
      ),
      toCao('33'),
    ),
    confidence: 'V1',
  },
]);
