/** 保卫、后勤、信息化、图书、档案、体育、医疗. Columns: see matter-table.ts. */
export const campusServicesRows = `
116-20-001-001 | 学生集体户口迁入 | 保卫处 | student,teacher | 户籍 | counter | enrolment,joining | - | 迁户口 户口迁入 落集体户
116-20-001-002 | 教职工集体户口迁入 | 保卫处 | student,teacher | 户籍 | counter | joining | - | 教师落户 迁户口 户口迁入
116-20-001-003 | 毕业生户口迁移 | 保卫处户籍科(办证中心) | student | 户籍 | counter | graduation | - | 迁户口 毕业迁户口 户口迁出 户口迁移证
116-07-001-004 | 高校集体户办理各类事项申请表开具 | 保卫处户籍科(办证中心) | student,teacher | 户籍 | counter | studying,working | - | 集体户申请表 户口申请表
116-20-001-005 | 集体户口卡借用/复印 | 保卫处户籍管理办公室 | student,teacher | 户籍 | counter | studying,working | - | 借户口卡 户口页 户口复印件 常住人口登记卡
116-20-002-001 | 机动车校园通行备案 | 保卫处 | student,teacher | 安全 | - | studying,working | ~1 | 车辆备案 车牌登记 校园停车 汽车进校
116-20-002-002 | 校外人员/车辆进校预约 | 保卫处 | visitor,parent,alumnus | 安全 | mobile,counter | visiting | ~0 | 进校预约 访客预约 入校 参观 外来车辆 外卖进校
116-10-003-000 | 动火作业审批 | 保卫处 | student,teacher | 安全 | - | working | ~1 | 动火 电焊 明火作业
116-20-004-000 | 校园监控查看申请 | 保卫处 | student,teacher | 安全 | - | studying,working | ~1 | 查监控 调监控 看监控
116-20-005-000 | 遗失物品登记认领 | 保卫处 | student,teacher | 安全 | - | studying,working | ~0 | 失物招领 丢东西 捡到东西 认领
116-20-006-000 | 施工单位进场备案 | 保卫处 | visitor | 安全 | - | visiting | ~3 | 施工进场 施工备案 工程队
117-20-001-001 | 零星维修 | 后勤处 | student,teacher | 后勤 | online | studying,working | - | 报修 修水管 修灯 维修 坏了
117-20-001-002 | 宿舍报修(小程序) | 后勤 | student | 后勤 | mobile | studying | - | 宿舍修东西 寝室报修 灯坏了 水管漏水 修门锁
117-20-002-000 | 宿舍水电空调费充值 | 后勤 | student | 后勤 | mobile | studying | - | 交电费 充电费 水费 空调费 宿舍断电
117-20-003-000 | 公寓钥匙补配 | 后勤处 | student,teacher | 后勤 | - | studying | ~1 | 配钥匙 钥匙丢了
117-20-004-000 | 水电报装与计量 | 后勤处 | student,teacher | 后勤 | - | working | ~5 | 装电表 用水用电 增容
117-10-005-000 | 绿化占用/开挖审批 | 后勤处 | student,teacher | 后勤 | - | working | ~3 | 挖路 占绿地 砍树
117-20-006-000 | 餐饮意见受理 | 后勤处 | student,teacher | 后勤 | - | studying,working | ~3 | 食堂意见 饭菜投诉 食堂投诉
119-20-001-001 | 校园卡自助补卡 | 网络信息中心 | student | 校园卡 | kiosk | studying | - | 补卡 一卡通补办 饭卡丢了 校园卡丢失 自助补卡
119-20-001-002 | 新进教职工办卡 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk | joining | - | 新教工办卡 办校园卡 开卡
119-20-001-003 | 校园临时卡办理 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk | visiting,studying | - | 临时卡 短期卡
119-20-001-004 | 校园卡延期 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk | studying | - | 校园卡过期 卡延期 延长有效期
119-20-001-005 | 校园卡换卡 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk | studying,working | - | 换卡 卡坏了 消磁 刷不了
119-20-001-006 | 校园卡注销退费 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk | graduation,leaving | - | 退卡 退余额 卡里余额 注销卡
119-20-001-007 | 校园卡挂失/解挂/补卡 | 信息化办公室卡务中心 | student,teacher | 校园卡 | counter,kiosk,mobile | studying,working | ~0 | 补卡 挂失 一卡通丢了 饭卡丢了 解挂 校园卡补办
119-20-001-008 | 校园卡人工解挂 | 信息中心 | student,teacher | 校园卡 | counter | studying,working | - | 解挂 找到卡了 恢复校园卡
119-20-001-009 | 校园卡注销 | 信息中心 | student,teacher | 校园卡 | counter | graduation,leaving | - | 销卡 注销卡 退卡
119-20-001-010 | 校园卡账户解冻 | 信息中心 | student,teacher | 校园卡 | counter | studying,working | - | 卡冻结 卡被锁 解冻
119-20-002-000 | 虚拟专用网络(VPN)服务 | 网络中心 | student,teacher | 信息化 | online | studying,working | - | VPN 校外访问内网 内网访问 远程访问
119-07-003-000 | 电子签章服务 | 数据管理处(信息化办) | student,teacher | 信息化 | online | studying,working | - | 电子章 电子印章 线上盖章 用印 盖章
119-20-004-000 | 云盘服务 | 数据管理处(信息化办) | student,teacher | 信息化 | online | studying,working | - | 网盘 云盘扩容 校园网盘
119-10-005-001 | 学校二级域名申请 | 网络中心 | teacher | 信息化 | counter,online | working | - | 二级域名 申请域名 网站域名
119-20-005-002 | 私有云服务器申请 | 网络中心 | teacher | 信息化 | counter,online | working | - | 云主机 虚拟机 申请服务器
119-20-005-003 | 服务器托管服务 | 网络中心 | teacher | 信息化 | counter,online | working | - | 服务器托管 机房托管
119-20-005-004 | 单位网站服务申请/停用 | 现代教育技术与信息中心 | teacher | 信息化 | - | working | - | 建网站 网站停用 关网站
119-20-006-000 | SSL VPN账号开通 | 网络信息中心 | student | 信息化 | - | studying | - | VPN账号 开通VPN 校外上网
119-20-007-001 | 教师邮箱开通 | 信息中心 | teacher | 信息化 | counter | joining | - | 开邮箱 工作邮箱 教工邮箱
119-20-007-002 | 单位邮箱申请 | 信息中心 | teacher | 信息化 | online | working | - | 部门邮箱 公共邮箱
119-20-007-003 | 邮箱密码重置 | 信息中心 | teacher | 信息化 | counter | working | - | 忘记邮箱密码 邮箱登不上 改密码
119-20-008-001 | 办公区上网账号开通 | 信息中心 | teacher | 信息化 | counter | joining,working | - | 开网 办公上网 网络账号
119-20-008-002 | 统一身份认证账号找回 | 信息化办公室 | student,teacher | 信息化 | - | studying,working | ~0 | 忘记密码 账号登不上 统一认证 找回账号
119-20-009-000 | 访客卡领取 | 信息中心 | visitor | 安全 | mobile | visiting | - | 访客 临时访客卡 来访卡
119-20-010-000 | 教职工临时卡(教工餐)申请 | 信息化中心→人事处→校办 | teacher | 校园卡 | online | working | - | 教工餐 临时卡 外聘饭卡
119-20-011-000 | 正版软件授权申请 | 信息化办公室 | student,teacher | 信息化 | - | studying,working | ~1 | 正版软件 Office Matlab 激活
119-20-012-000 | 信息系统上线安全检测 | 信息化办公室 | student,teacher | 信息化 | - | working | ~10 | 安全检测 系统上线 漏洞扫描
119-20-013-000 | 数据共享接口申请 | 信息化办公室 | student,teacher | 信息化 | - | working | ~10 | 数据接口 数据共享 API
119-20-014-000 | 视频会议保障预约 | 信息化办公室 | student,teacher | 信息化 | - | working | ~2 | 视频会议 腾讯会议 会议保障
121-20-001-000 | 图书数字资源校外访问 | 图书馆、档案馆 | student,teacher,alumnus | 图书档案 | online | studying,working | - | 校外看论文 知网校外 数据库远程 校外下载论文
121-20-002-001 | 读者证权限开通 | 图书馆 | student,teacher | 图书档案 | - | studying,working | ~0 | 借书证 图书馆权限 借书权限
121-20-002-002 | 校友/校外读者办证 | 图书馆 | alumnus,visitor | 图书档案 | - | visiting | ~3 | 校友借书 校外借书证 读者证
121-20-003-001 | 科技查新委托 | 图书馆 | student,teacher | 图书档案 | - | working,studying | ~10 | 查新 科技查新报告
121-07-003-002 | 论文收录引用证明 | 图书馆 | student,teacher | 图书档案 | - | working,studying | ~5 | 检索证明 收录证明 SCI证明 引用证明
121-20-004-000 | 馆际互借与文献传递 | 图书馆 | student,teacher | 图书档案 | - | working,studying | ~3 | 借外校书 文献传递 馆际互借
121-20-005-000 | 毕业离馆手续 | 图书馆 | student,teacher | 图书档案 | - | graduation | ~0 | 离馆 还书 毕业还书
121-20-006-000 | 图书遗失赔偿 | 图书馆 | student,teacher | 图书档案 | - | studying,working | ~0 | 丢书 赔书 书丢了
122-20-001-000 | 学生档案去向查询 | 图书馆、档案馆 | student,alumnus | 图书档案 | online | graduation,studying | - | 查档案 档案在哪 档案去哪了 档案去向
122-07-002-000 | 学籍档案查阅/复印/翻译 | 档案馆 | student,alumnus | 图书档案 | counter | graduation | 5 | 查学籍档案 复印档案 调档 录取花名册
122-07-003-001 | 中英文成绩单及学历学位证明翻译 | 档案馆 | student,alumnus | 图书档案 | counter | graduation | 5 | 成绩单翻译 毕业证翻译 学位证翻译 留学材料
122-07-003-002 | 毕业证/学位证/研究生成绩单翻译预约 | 档案馆 | student,alumnus | 图书档案 | online,other | graduation,studying | - | 翻译预约 毕业证翻译 学位证翻译
122-07-003-003 | 出国成绩单办理 | 档案馆 | student,alumnus | 图书档案 | - | graduation,studying | - | 留学成绩单 英文成绩单 出国材料
123-20-001-000 | 体育场馆预约 | 体育部 | student | 场地活动 | online | studying | - | 订球场 约场地 健身房预约 游泳馆 羽毛球
125-05-001-001 | 公费医疗转诊报销 | 校医院 | student,teacher | 医疗 | - | working,studying | ~15 | 公费医疗 转诊 看病报销
125-05-001-002 | 大学生医保零星报销 | 校医院 | student,teacher | 医疗 | counter | studying | ~30 | 医保报销 看病报销 门诊报销 住院报销
125-07-002-000 | 体检报告打印 | 校医院 | student,teacher | 医疗 | - | studying,working | ~0 | 体检报告 体检结果 体检表
125-07-003-000 | 病假证明开具 | 校医院 | student,teacher | 医疗 | - | studying,working | ~0 | 病假条 请病假 医院证明
`;
