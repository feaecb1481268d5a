import { defineMessages } from '#lib/i18n/index.ts';

/** What every import of a sheet says; the rooms say what their sheets are. */
export const sheetWords = defineMessages({
  zh: {
    missing: '请选择要导入的文件。',
    check: '检查',
    apply: '导入',
    again: '请再选一次同一个文件，然后点“导入”。',
    wrong: '有 {count} 处需要修改，没有导入任何数据',
    marked: '下载标注文件',
    'marked.text': '再选一次同一个文件，点“下载标注文件”：拿到的表每一行前面写着错在哪里，改好后可以直接导入。',
    'refused.missing': '请选择要标注的文件。',
    'refused.unreadable': '文件不是电子表格，或者读不出来，不能标注。请上传 .xlsx 或 .csv 文件。',
    'refused.too-large': '文件太大，不能标注。请拆成几个文件。',
    'refused.other': '现在不能标注这个文件，请稍后再试。',
    row: '第 {row} 行“{column}”：{message}',
  },
  en: {
    missing: 'Choose the file to import.',
    check: 'Check',
    apply: 'Import',
    again: 'Choose the same file once more and press “Import”.',
    wrong: '{count} faults to correct; nothing was imported',
    marked: 'Download the marked file',
    'marked.text':
      'Choose the same file once more and press “Download the marked file”: each row then begins with what is wrong in it, and the mended file can be imported as it is.',
    'refused.missing': 'Choose the file to mark.',
    'refused.unreadable': 'The file is no spreadsheet, or cannot be read. Send an .xlsx or .csv file.',
    'refused.too-large': 'The file is too large to be marked. Split it.',
    'refused.other': 'This file cannot be marked now; try again later.',
    row: 'Row {row}, {column}: {message}',
  },
});
