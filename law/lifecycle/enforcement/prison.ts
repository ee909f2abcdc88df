import { nd152 } from '../../statutes/words';
import { DECIDED, events, FILE } from '../words';

/** Parties who serve a prison sentence (NĐ 152 Điều 33 – 36, 99): papers and money pass through the prison. */
export const PRISON_EVENTS = events('enforcement_case', [
  [
    'prisoner-admitted',
    'Trại giam tiếp nhận phạm nhân là đương sự',
    'Prison admitted a party to the case',
    FILE,
    { source: nd152('36(2)') },
  ],
  [
    'prison-reported-inmate',
    'Nhận thông tin của trại giam về phạm nhân là đương sự',
    'Prison reported the inmate',
    FILE,
    { source: nd152('36(2), 99(3)a') },
  ],
  [
    'sent-to-prison',
    'Trại giam nhận văn bản, quyết định về thi hành án',
    'Prison received papers of the case',
    FILE,
    { requires: DECIDED, source: nd152('33(3)') },
  ],
  [
    'prison-answered',
    'Trại giam đã giao văn bản, gửi lại phiếu chuyển',
    'Prison handed the papers over',
    FILE,
    { requires: [['sent-to-prison']], source: nd152('33(3)') },
  ],
  [
    'prison-collected-money',
    'Trại giam thu tiền, tài sản, giấy tờ của phạm nhân',
    'Prison collected money or property',
    FILE,
    { source: nd152('34(1)') },
  ],
  [
    'prison-notified-collection',
    'Nhận thông báo của trại giam về việc thu tiền, tài sản, giấy tờ',
    'Prison told of what it collected',
    FILE,
    { requires: [['prison-collected-money']], source: nd152('34(1)') },
  ],
  [
    'account-told-to-prison',
    'Thông báo số tài khoản, địa chỉ cho trại giam',
    'Account told to the prison',
    FILE,
    { requires: [['prison-notified-collection']], source: nd152('34(1)') },
  ],
  [
    'prison-money-received',
    'Nhận tiền, tài sản, giấy tờ do trại giam chuyển',
    'Money or property received from the prison',
    FILE,
    { requires: [['prison-collected-money']], source: nd152('34(3)') },
  ],
  [
    'prisoner-asked-for-money',
    'Nhận thông báo phạm nhân đề nghị nhận tiền, tài sản tại trại giam',
    'Inmate asked to be paid at the prison',
    FILE,
    { requires: DECIDED, source: nd152('35(2)') },
  ],
  [
    'money-sent-to-prison',
    'Gửi tiền, tài sản, giấy tờ cho trại giam',
    'Money or property sent to the prison',
    FILE,
    { requires: [['prisoner-asked-for-money']], source: nd152('35(2)') },
  ],
  [
    'prison-received-money',
    'Trại giam nhận tiền, tài sản, giấy tờ để trả phạm nhân',
    'Prison received what the inmate is owed',
    FILE,
    { requires: [['money-sent-to-prison']], source: nd152('35(2)') },
  ],
  [
    'prisoner-paid',
    'Trại giam đã trả tiền, tài sản, giấy tờ cho phạm nhân',
    'Prison paid the inmate',
    FILE,
    { requires: [['prison-received-money']], source: nd152('35(2)') },
  ],
]);
