import type { LocalText } from '@yitang/domain/vocabulary';

/**
 * The closed list of what can go wrong, each with a sentence the person can act on. The HTTP status of a code is known
 * in one place only, the API's `platform/problem`.
 */
export const errorTexts = {
  'request.invalid': {
    zh: '提交的内容有误，请按提示逐项修改。',
    en: 'Some of what you sent is not valid. Please mend each item below.',
  },
  'request.unreadable': {
    zh: '请求无法读取，请刷新页面后重试。',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'request.too-large': {
    zh: '提交的内容过大，请减少内容或压缩文件。',
    en: 'What you sent is too large. Shorten it or compress the file.',
  },
  'request.media-type': { zh: '请求的内容类型不被接受。', en: 'This content type is not accepted.' },
  'request.method': { zh: '此地址不支持这种操作。', en: 'This address does not support that operation.' },
  'request.cross-site': {
    zh: '请求来自其他网站，已拒绝。请从本站页面重新操作。',
    en: 'The request came from another site and was refused. Start again from our page.',
  },
  'request.too-many': {
    zh: '操作过于频繁，请稍后再试。',
    en: 'Too many attempts. Please wait a little and try again.',
  },
  'request.idempotency-key-missing': {
    zh: '缺少防重复提交的编号，请刷新页面后重试。',
    en: 'The key that prevents double submission is missing. Reload the page and try again.',
  },
  'request.idempotency-key-reused': {
    zh: '同一提交编号已用于其他内容，请刷新页面后重试。',
    en: 'This submission key was already used for something else. Reload the page and try again.',
  },
  'access.sign-in-required': { zh: '请先登录。', en: 'Please sign in first.' },
  'access.denied': {
    zh: '您当前的身份没有此项权限，可切换身份后再试。',
    en: 'Your current role does not allow this. Switch your role and try again.',
  },
  'record.not-found': {
    zh: '没有找到您要的内容，可能已被移走或地址有误。',
    en: 'We could not find this. It may have moved, or the address is wrong.',
  },
  'record.changed': {
    zh: '刚刚有人更新了这条记录，请核对最新内容后再提交，您填写的内容已保留。',
    en: 'Somebody just changed this record. Check the latest state and send again; what you typed is kept.',
  },
  'catalog.not-in-force': {
    zh: '该事项已调整或暂停办理，草稿已保留，请查看最新指南。',
    en: 'This service was changed or paused. Your draft is kept; please see the current guide.',
  },
  'catalog.not-online': {
    zh: '该事项暂不支持网上申请，请按指南到窗口办理。',
    en: 'This service cannot be requested online yet. Please follow the guide.',
  },
  'filing.not-allowed': {
    zh: '备案材料现在还不能这样处理，请按提示逐项解决。',
    en: 'This step of the filing can not be taken yet. Please see each item below.',
  },
  'catalog.breaches': {
    zh: '还有必须改正的问题，不能继续。请按下面每一条改正后再提交。',
    en: 'Rules are broken that must be mended first. Please mend each item below.',
  },
  'draft.not-editable': {
    zh: '该草稿正在审核或已发布，不能直接修改。请先退回或重新打开。',
    en: 'This draft is being reviewed or is published. Return or reopen it before you change it.',
  },
  'draft.not-allowed': {
    zh: '该草稿当前状态不能进行这项操作，请刷新后查看。',
    en: 'The draft is not in a state that allows this. Reload and look again.',
  },
  'batch.not-allowed': {
    zh: '该批次当前状态不能进行这项操作，可能刚由他人发布、排期或撤回。请刷新后查看。',
    en: 'The batch is not in a state that allows this; somebody may just have published, scheduled or withdrawn it.',
  },
  'batch.blocked': {
    zh: '批次中有事项不能发布，请先处理下列问题，或把它们移出批次。',
    en: 'Some matters of the batch can not be published. Mend them, or take them out of the batch.',
  },
  'power.not-editable': {
    zh: '现在不能录入或修改：所在部门没有进行中的申报、申报已提交，或条目已经结束。',
    en: 'This cannot be entered or changed now: no filing is open, it was filed, or the entry has ended.',
  },
  'power.not-allowed': {
    zh: '还不能这样处理，请按提示逐项检查。',
    en: 'This cannot be done yet. Please look at each item below.',
  },
  'survey.not-allowed': {
    zh: '这项调查现在还不能这样处理，请按提示逐项检查。',
    en: 'This cannot be done to the survey yet. Please look at each item below.',
  },
  'programme.not-allowed': {
    zh: '现在还不能这样处理，请按提示逐项检查。',
    en: 'This cannot be done yet. Please look at each item below.',
  },
  'promise.busy': {
    zh: '承诺体检正在进行，请等它完成，或先停止它。',
    en: 'The promises are being audited already. Wait until that is done, or stop it first.',
  },
  'promise.not-running': {
    zh: '这次体检已经结束，不需要停止。请刷新后查看。',
    en: 'That audit has ended already. Reload to see it.',
  },
  'proposal.not-allowed': {
    zh: '这条建议已由他人处理，请刷新后查看。',
    en: 'Somebody has decided about this proposal already. Reload and look again.',
  },
  'target.not-allowed': {
    zh: '还不能这样处理，请按提示逐项修改。',
    en: 'This cannot be done yet. Please look at each item below.',
  },
  'case.precondition': {
    zh: '还有办理条件没有满足，请先处理后再申请。',
    en: 'Some preconditions are not met yet. Please settle them first.',
  },
  'case.incomplete': { zh: '申请还没有填写完整，请补充后再提交。', en: 'The application is not complete yet.' },
  'case.not-allowed': { zh: '该办件当前状态不能进行这项操作。', en: 'The case is not in a state that allows this.' },
  'case.not-holder': { zh: '该办件目前不由您的岗位办理。', en: 'Your post does not hold this case now.' },
  'case.reason-required': {
    zh: '请填写理由和依据，让申请人知道原因。',
    en: 'Give a reason and its basis, so that the applicant knows why.',
  },
  'case.second-correction': {
    zh: '补正应一次性告知；再次要求补正须说明首次未提出的原因。',
    en: 'Corrections are asked for once. A second round needs a reason why it was not asked at first.',
  },
  'material.type': {
    zh: '文件内容与格式不符或不支持，请上传 PDF、JPG 或 PNG 文件。',
    en: 'The file is not the kind it claims to be. Use PDF, JPG or PNG.',
  },
  'material.too-large': {
    zh: '文件超过大小上限，请压缩后再上传。',
    en: 'The file is larger than allowed. Please compress it.',
  },
  'material.empty': {
    zh: '文件是空的，请检查后重新上传。',
    en: 'The file is empty. Please check it and upload again.',
  },
  'material.too-many': {
    zh: '该材料的文件数量已达上限，请先删除一个再上传。',
    en: 'There are already as many files as allowed. Remove one first.',
  },
  'material.quota': {
    zh: '您上传的文件总量已达上限，请先删除不再需要的草稿或文件。',
    en: 'You have stored as much as one person may. Delete drafts or files that you no longer need.',
  },
  'material.unsafe': {
    zh: '文件含有不安全的内容，未被接收。请导出为普通 PDF 或图片再上传。',
    en: 'The file holds unsafe content and was not accepted. Export it as a plain PDF or picture.',
  },
  'material.encrypted': {
    zh: '文件设有密码，无法查看。请取消密码后再上传。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  'material.scan-unavailable': {
    zh: '文件安全检查暂时不可用，文件已暂存，请稍后查看结果。',
    en: 'The safety check is not available now. The file is kept and will be checked later.',
  },
  'certificate.rare-character': {
    zh: '姓名中有暂时无法打印的字，已转人工处理，我们会尽快联系您。',
    en: 'The name has a character that cannot be printed yet. Staff will handle it and contact you.',
  },
  'invitation.invalid': {
    zh: '邀请链接无效、已过期或已被撤回，请联系邀请您的同学。',
    en: 'The invitation is not valid any more. Ask the student who invited you.',
  },
  'import.unreadable': {
    zh: '无法读取该文件，请使用 .xlsx 或 UTF-8 编码的 .csv 文件。',
    en: 'The file cannot be read. Use .xlsx or UTF-8 .csv.',
  },
  'import.finished': {
    zh: '这个文件已经导入过，或列的对应关系还没有确认。请回到导入页查看。',
    en: 'This file was imported already, or its columns are not mapped yet.',
  },
  'import.rows': { zh: '文件中有行需要修改，未导入任何数据。', en: 'Some rows need mending; nothing was imported.' },
  'service.unavailable': {
    zh: '服务暂时不可用，您已提交成功的内容不会丢失，请稍后重试。',
    en: 'The service is unavailable for the moment. Nothing you submitted is lost; please try again shortly.',
  },
  'service.failed': {
    zh: '系统出了点问题，已记录。请稍后重试，或凭编号联系我们。',
    en: 'Something went wrong and was recorded. Try again later, or contact us with the number.',
  },
} as const satisfies Record<string, LocalText>;

export type ErrorCode = keyof typeof errorTexts;
