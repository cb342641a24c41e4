import { describe, expect, it } from 'vitest';
import { asKeystrokes } from './keystrokes.ts';

describe('keystrokes left in a text', () => {
  it.each([
    ['đào tạo', 'ddaof taoj', 'd9ao2 tao5'],
    ['được', 'dduowcj', 'd9uo7c5'],
    ['ưu đãi', 'uwu ddaix', 'u7u d9ai4'],
    ['quyết định', 'quyeets ddinhj', 'quye6t1 d9inh5'],
    ['thuở ăn bổng lộc', 'thuowr awn boongr loocj', 'thuo73 a8n bo6ng3 lo6c5'],
    ['Điều 5 Ủy ban', 'Ddieeuf 5 Uyr ban', 'D9ie6u2 5 Uy3 ban'],
    ['UBND HƯỚNG DẪN', 'UBND HUOWNGS DAANX', 'UBND HUO7NG1 DA6N4'],
    ['Nghị định số 171/2025?', 'Nghij ddinhj soos 171/2025?', 'Nghi5 d9inh5 so61 171/2025?'],
  ])('%s', (text, telex, vni) => {
    expect(asKeystrokes(text, 'telex')).toBe(telex);
    expect(asKeystrokes(text, 'vni')).toBe(vni);
  });

  it('are the same for decomposed letters', () => {
    expect(asKeystrokes('Bồi dưỡng được'.normalize('NFD'), 'telex')).toBe('Booif duowngx dduowcj');
  });

  it('leave no diacritic behind', () => {
    const every = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';
    const both = [...every, ...every.toUpperCase()].join(' ');
    expect(asKeystrokes(both, 'telex')).toMatch(/^[\x20-\x7e]+$/);
    expect(asKeystrokes(both, 'vni')).toMatch(/^[\x20-\x7e]+$/);
  });
});
