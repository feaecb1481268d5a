import { defineMessages } from '../../lib/i18n/index.ts';

export const accessibilityMessages = defineMessages({
  zh: {
    title: '无障碍说明',
    lead: '本站按 WCAG 2.2 AA 和 GB/T 37668-2019 的要求制作，让每个人都能自己把事办完。',
    display: '看得清',
    'display.1': '右上角“显示”可调文字大小（最大为标准的 1.75 倍），长辈版使用大字、大按钮和单栏排列。',
    'display.2': '配色有浅色、深色、高对比度三种，也可跟随系统；选择会被记住，登录前后都有效。',
    'display.3': '不靠颜色单独表达意思：状态都有文字或图形，打印成黑白也能看懂。',
    keyboard: '不用鼠标',
    'keyboard.1': '全部功能可只用键盘完成；按 Tab 键第一次出现的链接可直接跳到主要内容。',
    'keyboard.2': '可用读屏软件；提交后有几处要改、改哪里，会直接读出来。',
    'keyboard.3': '不启用脚本也能查询指南、填写申请和提交。',
    time: '不用赶',
    'time.1': '填到一半的申请会自动保存为草稿，保留 30 天，换一台设备也能接着填。',
    'time.2': '没有闪烁、弹窗广告和必须拖动的操作；系统设置了“减少动态效果”时，动画会停用。',
    help: '遇到困难',
    'help.text': '如果有哪一步您做不了，请打电话告诉我们，我们会帮您办，并改正网站。',
  },
  en: {
    title: 'Accessibility',
    lead: 'This site follows WCAG 2.2 AA and GB/T 37668-2019, so that everybody can finish what they came for.',
    display: 'Easy to see',
    'display.1':
      'Under “Display” at the top right you can enlarge the text up to 1.75 times; “Simple and large” has large text, large buttons and one column.',
    'display.2':
      'Colours can be light, dark or high contrast, or follow your system. Your choice is remembered, signed in or not.',
    'display.3': 'Nothing is said by colour alone: every state has a word or a shape.',
    keyboard: 'Without a mouse',
    'keyboard.1': 'Everything works by keyboard; the first press of Tab offers a link to the main content.',
    'keyboard.2': 'Screen readers are told what needs mending and where.',
    'keyboard.3': 'Guides, forms and submission work without script.',
    time: 'No hurry',
    'time.1': 'A half-filled application is kept as a draft for 30 days, and you can go on with it on another device.',
    'time.2':
      'There is no flashing, no pop-up and nothing that must be dragged. Motion stops where your system asks for less of it.',
    help: 'If something does not work for you',
    'help.text': 'Please call us. We will help you through it, and mend the site.',
  },
});
