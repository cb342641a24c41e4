import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { recognise } from './recognise.ts';

describe('what is said of the channels of an account', () => {
  it.each<[Intent, readonly string[]]>([
    [
      { kind: 'links', step: 'list' },
      [
        'các kênh đã liên kết của tôi',
        'tai khoan cua toi dang lien ket o nhung kenh nao',
        'xem các liên kết của tôi',
      ],
    ],
    [
      { kind: 'links', step: 'new' },
      [
        '/lienket moi',
        '/lienket  Mới',
        'tôi muốn liên kết thêm kênh khác',
        'lien ket tren dien thoai khac',
        'cho em mã liên kết mới',
        'tao ma lien ket cho toi',
      ],
    ],
    [
      { kind: 'links', step: 'remove', which: 'others', sure: false },
      [
        '/lienket go khac',
        'gỡ tất cả nơi khác',
        'dang xuat khoi cac thiet bi khac',
        'gỡ liên kết ở nơi khác',
      ],
    ],
    [{ kind: 'links', step: 'remove', which: '0a1b2c3d', sure: true }, ['/lienket go 0A1B2C3D co']],
    [{ kind: 'links', step: 'keep' }, ['/lienket thoi']],
    [{ kind: 'link', code: null }, ['/lienket', 'lien ket']],
    [{ kind: 'link', code: 'ABCD-2345' }, ['/lienket ABCD-2345']],
    [{ kind: 'agree', code: 'ABCD-2345' }, ['/dongy ABCD-2345']],
    [{ kind: 'agree', code: null }, ['Tôi đồng ý', 'em dong y a', 'đồng ý nhé', 'tôi không đồng ý']],
    [{ kind: 'issue_code', name: null }, ['tạo mã liên kết cho cán bộ']],
  ])('%j', (intent, ways) => {
    for (const text of ways) expect(recognise(text), text).toEqual(intent);
  });
});

describe('what is said of notices', () => {
  it.each<[Intent, readonly string[]]>([
    [
      { kind: 'mute_notices', mute: true, what: null },
      [
        'đừng nhắc tôi nữa',
        'dung nhac toi nua',
        'đừng nhắn tin cho tôi nữa nhé',
        'thoi khong can nhac nua',
        'tắt thông báo',
        'tat thong bao giup toi',
        'tôi không muốn nhận thông báo nữa',
        'khong nhan tin nhan nua',
        '/tatthongbao',
      ],
    ],
    [
      { kind: 'mute_notices', mute: false, what: null },
      ['bật thông báo lại cho tôi', 'bat lai thong bao', 'nhắc tôi lại', '/batthongbao'],
    ],
    [{ kind: 'mute_notices', mute: true, what: 'nhac' }, ['/tatthongbao nhac']],
    [{ kind: 'notices' }, ['/thongbao', 'thông báo của tôi', 'xem thong bao gui cho toi']],
  ])('%j', (intent, ways) => {
    for (const text of ways) expect(recognise(text), text).toEqual(intent);
  });

  it.each([
    'thông báo kết luận số 12',
    'quy định về thông báo tuyển dụng',
    'cơ quan nào thông báo lịch học cho tôi',
    'không nhận bằng có được không',
    'có được bỏ thi không',
  ])('“%s” is a question', (text) => {
    expect(recognise(text)).toBeNull();
  });
});
