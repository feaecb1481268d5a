import { defineMessages } from '#lib/i18n/index.ts';

export const favouriteMessages = defineMessages({
  zh: {
    title: '我的收藏',
    empty: '在办事指南上点“收藏”，常办的事项就列在这里。',
    retired: '已取消',
    online: '可网上办',
    drop: '取消收藏',
    'drop.of': '取消收藏“{name}”',
  },
  en: {
    title: 'Favourites',
    empty: 'Choose “Add to favourites” on a guide, and it is listed here.',
    retired: 'no longer offered',
    online: 'online',
    drop: 'Remove',
    'drop.of': 'Remove “{name}” from favourites',
  },
});
