import type { SearchSynonym } from './meanings.ts';

/**
 * How people at any university call what a catalog calls otherwise: `words people type` → `words of matters`. A word that
 * a catalog does not have costs nothing. What is particular to one university is added in the console.
 */
const table = `
文凭 毕业证书 | 毕业证
饭卡 一卡通 学生卡 | 校园卡
寝室 床位 床铺 室友 舍友 换房间 | 宿舍
换寝 换宿 换床 搬宿舍 室友不合 | 宿舍调换
没电了 断电 停电 跳闸 欠电费 | 电费充值
水电费 | 水电空调费充值
马桶 下水道 堵了 漏水 灯不亮 门坏 锁坏 空调不制冷 修东西 | 报修
打球 球场 羽毛球 篮球场 健身 游泳 | 体育场馆预约
爸妈 父母 爸爸 妈妈 家里人 | 家长
家里穷 贫困证明 家庭贫困 特困 | 困难认定
交不起 没钱交 分期交 | 缓缴
生病考试 考试生病 改期考试 推迟考试 | 缓考
挂科 不及格 | 重修
当兵 入伍 服役 | 参军
退伍 退役 | 复学
不想读 不读书 | 退学
延毕 晚毕业 | 延期毕业
博导 硕导 | 导师
公章 红章 印章 | 用印
盖公章 | 用印
签字盖章 | 盖章
党关系 转党 党员关系 | 党组织关系
团关系 转团 | 团组织关系
校园网 内网 在家上网 校外上网 远程 | 虚拟专用网络
在家查资料 看论文 下论文 下载论文 中国知网 | 数字资源校外访问
密码忘 忘密码 登不上 登录不了 登不进 | 账号找回
查收查引 检索报告 收录检索 被引 sci ssci ei | 论文收录引用证明
查重 | 论文
学士服 硕士服 博士服 毕业照衣服 | 学位服
三方 | 就业协议
毁约 违约 | 解约
offer 签约 找到工作 | 毕业去向登记
落户 | 户口
户口本 户口页 | 户口卡
监控录像 被偷 丢电瓶车 | 监控查看
停车 开车 私家车 车牌 | 机动车
朋友来 亲戚来 参观 外人进校 外卖 | 进校预约
看病 住院 门诊 医药费 | 医保报销
报账 报钱 报销单 | 报销
车费 车票 机票 住宿发票 | 差旅费报销
工资条 收入 薪资 房贷 贷款证明 | 收入证明
辞职 离职 调离 | 离校手续
评副教授 评教授 副高 正高 晋升 | 职称评审
生孩子 产假 陪产假 婚假 丧假 | 教职工请假
校长邮箱 给校长 | 书记校长信箱
交换生 出国交换 访学 | 境外交流
护照 通行证 | 因私出国
新生报到 开学报到 | 报到
捡到 失主 丢了东西 | 遗失物品
发票 收据 | 票据
退钱 多交 | 退费
买软件 激活 office matlab windows | 正版软件
网站备案 建站 | 网站服务
学生票 高铁票 火车票 优惠卡 磁条 | 火车票磁条
身份证明 学生身份 就读证明 | 在读证明
英语 | 英文
`;

export const commonWords: readonly SearchSynonym[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [words = '', means = ''] = line.split(' | ');
    return words.split(' ').map((word) => ({ word, means }));
  });
