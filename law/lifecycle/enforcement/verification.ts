import { luat2025, nd62, nd152 } from '../../statutes/words';
import { code, DECIDED, events, FILE, HEAD, yesNo } from '../words';

/** Verifying means, and the state of having none (Điều 37, 38). */
export const VERIFICATION_EVENTS = events('enforcement_case', [
  [
    'information-requested',
    'Yêu cầu cung cấp thông tin về điều kiện thi hành án',
    'Information on means requested',
    FILE,
    {
      requires: DECIDED,
      attrs: [code('about', 'Về', 'account', 'other')],
      source: luat2025('37(6)'),
    },
  ],
  [
    'information-received',
    'Nhận thông tin về điều kiện thi hành án',
    'Information on means received',
    FILE,
    { requires: [['information-requested']] },
  ],
  [
    'verification-delegated',
    'Ủy quyền xác minh',
    'Verification delegated',
    FILE,
    {
      requires: DECIDED,
      attrs: [code('about', 'Về', 'immovable_or_registrable', 'other')],
      source: nd152('21(5)'),
    },
  ],
  [
    'delegated-verification-extended',
    'Kéo dài thời hạn xác minh ủy quyền',
    'Delegated verification extended',
    FILE,
    { requires: [['verification-delegated']] },
  ],
  [
    'delegated-verification-answered',
    'Nhận kết quả xác minh ủy quyền',
    'Delegated verification answered',
    FILE,
    { requires: [['verification-delegated']] },
  ],
  [
    'verification-done',
    'Xác minh điều kiện thi hành án',
    'Means verified',
    FILE,
    {
      requires: DECIDED,
      stage: 'verified',
      attrs: [
        code('result', 'Kết quả', 'has_means', 'no_means'),
        yesNo('prisoner', 'Đang chấp hành án tù còn từ 02 năm trở lên, hoặc không rõ địa chỉ mới'),
      ],
      source: luat2025('37(1), 38(3)'),
    },
  ],
  [
    'verification-disputed',
    'Có kết quả xác minh khác hoặc kháng nghị về xác minh',
    'Verification disputed',
    FILE,
    { requires: DECIDED, source: luat2025('37(5)') },
  ],
  [
    'no-condition-ground-found',
    'Có căn cứ chưa có điều kiện thi hành án',
    'Ground for “no means for now” found',
    FILE,
    { requires: DECIDED, source: luat2025('38(1)') },
  ],
  [
    'no-condition-decided',
    'Quyết định về việc chưa có điều kiện thi hành án',
    'Decided that there are no means for now',
    HEAD,
    {
      requires: DECIDED,
      stage: 'no_conditions',
      classifies: 'without_conditions',
      attrs: [yesNo('prisoner', 'Đang chấp hành án tù còn từ 02 năm trở lên, hoặc không rõ địa chỉ mới')],
      source: luat2025('38(1)'),
    },
  ],
  [
    'no-condition-published',
    'Công khai thông tin chưa có điều kiện',
    'Lack of means published',
    FILE,
    { requires: [['no-condition-decided']], source: nd152('23(1)') },
  ],
  [
    'new-information-received',
    'Nhận thông tin mới về điều kiện thi hành án',
    'New information on means received',
    FILE,
    { requires: DECIDED, source: luat2025('38(2)') },
  ],
  [
    'condition-regained',
    'Có điều kiện trở lại: quyết định tiếp tục thi hành án',
    'Means regained: decision to continue',
    HEAD,
    {
      requires: [['no-condition-decided', 'moved-to-separate-register']],
      stage: 'enforcing',
      classifies: 'with_conditions',
      source: luat2025('38(2)'),
    },
  ],
  [
    'request-returned',
    'Gửi lại yêu cầu thi hành án',
    'Request returned',
    HEAD,
    {
      requires: [['no-condition-decided']],
      stage: 'ended',
      closes: true,
      source: luat2025('38(4); NĐ 152 32(1)d'),
    },
  ],
  [
    'separate-register-conditions-met',
    'Đủ điều kiện chuyển sổ theo dõi riêng',
    'Conditions for the separate register met',
    FILE,
    { requires: [['no-condition-decided']], source: nd62('9(5)') },
  ],
  [
    'moved-to-separate-register',
    'Chuyển sổ theo dõi riêng',
    'Moved to the separate register',
    HEAD,
    {
      requires: [['no-condition-decided']],
      stage: 'separate_register',
      classifies: 'separate_register',
      source: nd152('22(1)'),
    },
  ],
]);
