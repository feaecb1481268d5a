/** 就业、招生、继续教育、校友. Columns: see matter-table.ts. */
export const careersAndAlumniRows = `
110-07-001-001 | 毕业去向登记(网签三方/劳动合同/灵活就业鉴证) | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 就业登记 网签 去向登记 灵活就业 劳动合同登记
110-20-001-002 | 毕业去向与报到证锁定解锁 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 去向解锁 报到证解锁 改去向
110-10-001-003 | 毕业去向更改/三方协议解约 | 学生就业指导服务中心 | student | 就业 | online,counter | graduation | 10 | 毁约 解约 违约 改去向 三方解约
110-20-002-001 | 就业协议书换发 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 换三方 三方协议换发 换协议书
110-20-002-002 | 就业协议书补办/更替 | 学生就业指导服务中心 | student | 就业 | online,counter | graduation | - | 三方丢了 补三方 三方补办
110-20-002-003 | 就业协议书破损换发/违约换领 | 毕业生就业办公室 | student | 就业 | - | graduation | - | 三方破损 换三方 违约换新三方
110-10-003-001 | 报到证申请与改派 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 派遣证 改派 报到证办理
110-10-003-002 | 毕业生改派/报到证补办 | 就业指导中心 | student | 就业 | online | graduation | - | 改派 报到证补办 派遣证丢了
110-20-004-000 | 进沪就业通知单打印 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 进沪通知单 上海落户通知单
110-10-005-000 | 博士后进站审核 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 博后进站 博士后审核
110-10-006-000 | 非本地生源落户材料审核 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 落户 非本地落户 户口材料
110-10-007-000 | 户口/档案寄送信息修改审核 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 改档案地址 户口寄送地址 档案寄送修改
110-07-008-000 | 毕业生就业推荐表盖章 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 推荐表盖章 就业推荐表 盖章
110-10-009-000 | 生源/学生基本信息勘误 | 学务部毕业就业组 | student | 就业 | counter | graduation | - | 生源地改错 基本信息更正 信息勘误
110-20-010-000 | 留学生住宿登记 | 学务部毕业就业组 | student | 就业 | counter | studying | - | 外国留学生住宿 留学生登记 临时住宿登记
110-20-011-000 | 学生专利申请业务 | 学务部毕业就业组 | student | 就业 | counter | studying | - | 学生申请专利 大学生专利
110-20-012-000 | 学生就业推荐 | 就业指导中心 | student | 就业 | online | graduation | - | 就业推荐 推荐工作
110-20-013-001 | 用人单位宣讲会预约 | 就业指导中心 | visitor | 就业 | - | visiting | ~3 | 校招 宣讲会 企业进校
110-20-013-002 | 招聘信息发布审核 | 就业指导中心 | visitor | 就业 | - | visiting | ~2 | 发布招聘 招聘信息 招人
110-20-014-000 | 档案转递查询 | 就业指导中心 | student | 就业 | - | graduation | ~0 | 查档案 档案寄到没 转档
110-05-015-000 | 求职创业补贴申报 | 就业指导中心 | student | 就业 | - | graduation | ~20 | 求职补贴 就业补贴 困难毕业生补贴
126-20-001-000 | 招生政策咨询 | 招生办公室 | visitor,parent | 招生 | - | enrolment,visiting | ~1 | 高考咨询 分数线 招生计划 报考
126-20-002-000 | 录取通知书补寄/查询 | 招生办公室 | visitor,parent | 招生 | - | enrolment | ~3 | 录取通知书 通知书没收到 查录取
126-20-003-000 | 新生资格复查说明申请 | 招生办公室 | visitor,parent | 招生 | - | enrolment | ~5 | 新生复查 资格复查
127-07-001-000 | 成人教育学籍证明 | 继续教育学院 | student,alumnus | 继续教育 | - | studying,graduation | ~1 | 成教证明 函授学籍 自考 成人学籍
127-20-002-000 | 培训结业证书查询 | 继续教育学院 | student,alumnus,visitor | 继续教育 | - | graduation,visiting | ~0 | 培训证书 结业证查询
128-20-001-000 | 校友卡申领 | 校友与基金会办公室 | alumnus | 校友 | - | graduation,visiting | ~3 | 校友卡 办校友卡
128-20-002-000 | 捐赠票据开具 | 校友与基金会办公室 | alumnus,visitor | 校友 | - | visiting | ~5 | 捐款发票 捐赠收据
128-20-003-000 | 校友返校接待预约 | 校友与基金会办公室 | alumnus | 校友 | - | visiting | ~1 | 返校 校友聚会 校友活动
`;
