const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Family names, as written: a name typed without capitals is known by them. */
export const SURNAMES = words(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí mai đinh trịnh đoàn lương hà đào cao chu tạ thạch kim sơn danh lâm tô tăng lưu quách âu tôn trương ninh vương tống thái lò ka ksor la nông hứa triệu khúc phùng kiều thân tiêu giàng thào sùng bế châu',
);
