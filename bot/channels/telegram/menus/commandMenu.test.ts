import { describe, expect, it } from 'vitest';
import { commandMenu } from './commandMenu.ts';

describe('the menu of commands', () => {
  it('leaves out what people are not told of and what would make Telegram refuse it all', () => {
    const menu = commandMenu([
      { name: 'vanban', description: 'các văn bản' },
      { name: 'xem', description: null },
      { name: 'trống', description: 'tên có dấu' },
      { name: 'rong', description: ' ' },
      { name: 'dai', description: 'rất dài '.repeat(60) },
    ]);
    expect(menu.map(({ command }) => command)).toEqual(['vanban', 'dai']);
    expect(menu[1]?.description.length).toBeLessThanOrEqual(256);
    expect(menu[1]?.description).toMatch(/dài…$/);
  });

  it('holds a hundred at most', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      name: `lenh_${index}`,
      description: 'một lệnh',
    }));
    expect(commandMenu(many)).toHaveLength(100);
  });
});
