import { defineMessages } from '#lib/i18n/index.ts';

/** What every import of a sheet says; the rooms say what their sheets are. */
export const sheetWords = defineMessages({
  zh: {
    missing: '请选择要导入的文件。',
    check: '检查',
    apply: '导入',
    again: '请再选一次同一个文件，然后点“导入”。',
    wrong: '有 {count} 处需要修改，没有导入任何数据',
    row: '第 {row} 行“{column}”：{message}',
  },
  en: {
    missing: 'Choose the file to import.',
    check: 'Check',
    apply: 'Import',
    again: 'Choose the same file once more and press “Import”.',
    wrong: '{count} faults to correct; nothing was imported',
    row: 'Row {row}, {column}: {message}',
  },
});
