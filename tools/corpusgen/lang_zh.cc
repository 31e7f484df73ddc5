// SPDX-License-Identifier: Apache-2.0
//
// The Chinese word model. People, places, bodies and sentences are invented. Words count by
// character here, so slots are short and fixed runs shorter still.

#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {

std::string_view chinese_model() {
  return R"(
$oq: “
$cq: ”
$family: {family}
$given: {given}
$person: {$family}{$given}
$family2: {family}
$person2: {$family2}{given}
$place: {place}
$place2: {place}
$org: {org}
$role: {role}
$work: {work}
$club: {club}

family: 桑 | 荀 | 尚 | 洛 | 柏 | 屈 | 闻 | 乐 | 温 | 简 | 麦 | 祁 | 冉 | 司徒 | 欧阳 | 端木 | 慕容 | 晏 | 阮 | 商
given: 知远 | 若溪 | 长宁 | 望舒 | 景行 | 南星 | 书言 | 青禾 | 怀瑾 | 云舟 | 听雨 | 半夏 | 守拙 | 明川 | 一诺
given: 春生 | 海棠 | 思齐 | 石磊 | 晚晴 | 子衿 | 澄 | 朗 | 薇 | 岳
place: 海港镇 | 云岭 | 青石渡 | 白鹭湾 | 枫桥里 | 望潮县 | 松涛坪 | 银杏乡 | 柳溪 | 灯塔岛 | 石榴沟 | 竹影镇
place: 沙洲口 | 梅坞 | 雁回滩 | 长堤区 | 月牙泉镇 | 芦花荡 | 橘子洲头村 | 古槐营
org: 港务会 | 河道局 | 云岭商会 | 船工联社 | 学校联盟 | 海堤办公室 | 灯塔基金 | 农会 | 潮汐研究所 | 镇议事会
org: 公路处 | 老街协会 | 面包师行会 | 水厂 | 铁路社
role: 镇长 | 工程师 | 司库 | 发言人 | 港务长 | 史学者 | 规划师 | 医生 | 馆长 | 测量员
work: 步行桥 | 水库 | 鱼市 | 图书馆 | 防波堤 | 夜班车 | 诊所 | 渡口 | 泳池 | 剧院 | 粮仓 | 风电场 | 电车线
club: 海港队 | 云岭队 | 青石联 | 白鹭队 | 望潮队 | 松涛队 | 银杏队 | 灯塔联

day: 周一 | 周二 | 周三 | 周四 | 周五 | 周六 | 周日
month: 一月 | 二月 | 三月 | 四月 | 六月 | 七月 | 八月 | 九月 | 十月 | 十一月
when: {day} | {day}晚 | 本周 | {month}初 | {month}底 | {#2-29}天前 | 凌晨 | {day}清晨 | 昨天下午 | {month}{#2-28}日
soon: {month}前 | {#2-9}周内 | {month}底 | 下{day} | {#3-18}个月后 | 不久 | 年内
adj: 漫长 | 昂贵 | 安静 | 朴素 | 固执 | 谨慎 | 简短 | 大胆 | 艰难 | 慷慨 | 实用 | 迟到 | 古怪 | 细致 | 完整 | 狭窄
adj: 熟悉 | 脆弱 | 耐心 | 粗糙 | 热闹 | 苦涩
thing: 方案 | 决定 | 合同 | 报告 | 提议 | 时刻表 | 贷款 | 申请 | 公告 | 图纸 | 协议 | 调查 | 许可 | 账本 | 清单 | 来信
people: 居民 | 店主 | 渔民 | 学生 | 退休者 | 司机 | 农户 | 乐手 | 游客 | 护士 | 志愿者 | 租客 | 教师 | 工匠 | 家长 | 骑手
spot: 老码头 | 钟楼广场 | 菜市场 | 旧厂房 | 东门 | 文化馆 | 火车站 | 石桥下 | 公园口 | 镇剧场 | 鸽子楼 | 磨坊 | 灯塔下
manner: 悄悄 | 突然 | 沉默许久后 | 以多数票 | 勉强 | 冒着雨 | 高兴地 | 逐行 | 对着镜头 | 最后一刻 | 再次
said: 说 | 表示 | 认为 | 承认 | 解释 | 补充 | 警告 | 坚持 | 重申 | 提醒
verb: 推迟 | 扩建 | 出售 | 修理 | 检查 | 重开 | 缩短 | 资助 | 测量 | 取消 | 更换 | 公布 | 否决 | 搬迁 | 试用 | 改写
reason: 因为{people}提过要求 | 此前有{#12-940}名{people}投诉 | 为了{people}的安全 | 正如那份{adj}的{thing}所料
reason: 只要{$work}还关着 | 尽管{thing}{adj} | 赶在{month}结束前 | 这是{month}以来头一回 | 出于对{people}的尊重
reason: 虽有{#2-38}名{people}反对 | {org}也点了头
claim: {thing}{adj}却公平 | {$work}会收回成本 | {people}和{people}都在等{thing} | {spot}没人料到{thing}这样{adj}
claim: {$place}等不起又一份{thing} | {place}的{work}花了{#3-97}百万 | {verb}{thing}在所难免 | {thing}已核对{#2-9}遍
claim: {adj}的部分还在后头 | 没有{people}就没有{work} | {soon}必须{verb}{work}
speech: 我们把{thing}读了{#2-14}遍 | 谁也不想要{adj}的{work} | 那天真{adj} | 去问{spot}的{people}吧
speech: 我{奶奶/邻居/姐姐/舅舅}还记得那份{thing} | 这里有{#20-900}名{people} | {soon}再来看看{spot} | 光{verb}{thing}不够
speech: 欠{people}一个{adj}的回答 | 换了我还会{verb}它
speaker: {$person} | {$family}{$role} | {$person2} | {$role} | {$person}
tail: ，{reason} | ，{reason} | ，据{org}称 | ，{thing}如此写道 | ，至今{adj}
person: {family}{given}

general: {speaker}{when}{said}，{claim}{tail}。
general: {speaker}{manner}{said}，{claim}，{reason}。
general: {$oq}{speech}，{$cq}{speaker}{said}，{reason}。
general: {$oq}{speech}。{speech}。{$cq}
general: {$oq}{speech}，{$cq}{speaker}在{spot}{said}，{$oq}{speech}。{$cq}
general: 约{#20-9800}名{people}{when}{签署/读过/质疑/欢迎}了{thing}{tail}。
general: {#3-64}公里外的{place}，{thing}{manner}{通过/作废/搁置/重写}，{reason}。
general: {thing}共{#4-480}页，{感谢/点名/批评}了{#2-60}名{people}{tail}。
general: {spot}的{people}{said}，{claim}。
general: {org}打算{soon}{verb}{thing}，{reason}。
general: {#24-79}岁的{person}{when}{搬到/离开/回到}{place}，{manner}加入{org}。
general: 受访的{#40-990}名{people}中，{#2-39}人想{verb}{work}{tail}。
general: {org}{when}又拿出一份{adj}、{adj}的{thing}。
general: {person}和{org}都不愿{verb}{thing}{tail}。
general: {people}用{#2-28}小时{manner}{verb}了{thing}。

council: {$org}{when}{同意/拒绝/讨论/承诺}{verb}{$place}的{$work}{tail}。
council: {$work}拖了{#2-40}年，每{月/年/周}要花{#2000-90000}元，{reason}。
council: {#9-31}票对{#1-8}票，{$place}的{thing}{when}{通过/落选}，{reason}。
council: {$role}{$person}{when}对{$org}{said}，{claim}。
council: 按{thing}，{$place2}{people}多付{#2-35}元，{people}少付{#2-19}元{tail}。
council: {spot}的工程{soon}可能{开工/停工/放慢}，{org}还得{verb}{thing}。
council: {$person}{said}{claim}，会场{大笑/沉默/鼓掌}。
council: 反对{verb}{$work}的{#30-2400}名{people}{when}在{spot}{集会/游行/唱歌}。

economy: {goods}价格{when}{上涨/下跌/回落}{#1-29}%，{reason}。
economy: {$place}的{firm}{when}{招聘/辞退/培训}{#12-870}名{people}{tail}。
economy: {firm}的{$person}{said}，{claim}{tail}。
economy: {place}卖到{place}的{goods}值{#3-310}百万元，比{month}多{#2-44}%。
economy: {firm}要{soon}在{$place2}{verb}{#2-30}间作坊，{reason}。
economy: {when}一吨{goods}{卖到/只值/徘徊在}{#140-2900}元，{people}觉得{adj}。
economy: {spot}一带租金{when}{上涨/下降/持平}，{speaker}{said}，{claim}。
economy: {goods}和{goods}订单{adj}，{firm}{when}{said}{tail}。
goods: 鲱鱼 | 大麦 | 玻璃 | 羊毛 | 海盐 | 蜂蜜 | 黄铜 | 宣纸 | 橘子 | 竹器 | 茶砖 | 陶罐 | 钟表 | 绳缆
firm: 桑记绳厂 | 云岭玻璃 | 海港冷库 | 白鹭航运 | 青石印社 | 柳溪乳业 | 银杏木行 | 潮声钟表

sport: {$club}{when}在{spot}以{#2-6}比{#0-1}胜{club}，{reason}。
sport: {$person}第{#2-89}分钟{manner}进球，{#200-9800}名{people}{欢呼/叹气/高唱}。
sport: 教练{person}{said}，{claim}{tail}。
sport: {club}还{落后/领先}{$club}{#1-9}分，剩{#2-14}轮{tail}。
sport: 裁判{person}在第{#3-88}分钟吹掉{person}的进球。
sport: {$club}{soon}去{place}挑战{club}，{reason}。
sport: {when}受伤的{person}（{#17-36}岁）或{缺席/赶上}对{club}之战。
sport: 这是{$place}{$club}的第{#4-31}胜{tail}。

weather: {storm}{when}掠过{$place}，{spot}阵风每小时{#60-139}公里。
weather: {place}{when}降雨{#11-94}毫米，{people}{manner}出门。
weather: {river}在{spot}{when}涨了{#12-240}厘米，{reason}。
weather: {place}到{place}的路{封闭/结冰/积水/已通}，{org}{when}{said}。
weather: {$place}的{$person}{said}，{claim}{tail}。
weather: 气温{soon}{降到/升到/徘徊在}{#1-35}度，在{month}很少见。
weather: {$place2}{#3-480}户{when}停电，{people}{manner}修好{#2-90}条线路。
weather: 去{place}的渡船在{spot}等到{soon}，{reason}。
storm: 一场{adj}的暴雨 | 浓雾 | 冰雹 | 寒潮 | 大雪 | {adj}的北风 | 雷阵雨
river: 柳溪河 | 望潮江 | 石榴水 | 芦花河 | 雁回渠

culture: {$person}{soon}在{spot}{朗诵/演唱/作画/讲课}，{reason}。
culture: {when}的{show}引来{place}和{place}{#90-7600}名{people}。
culture: {$person2}为{people}用{#3-90}晚{manner}写成{show}。
culture: {show}票价{#4-60}元，{people}{soon}免费{tail}。
culture: {org}{when}向{place}的{person}买下{#2-48}{works}。
culture: {#3-11}名{people}组成的评审说{show}{adj}、{adj}、从不{adj}。
culture: {spot}展出{#12-640}{works}，多半{when}收来{tail}。
culture: {#19-88}岁的{person}{manner}拉{instrument}，{people}{落泪/起舞/起立}。
show: 木偶戏 | 灯会 | 诗会 | 短片 | 书市 | 船歌大会 | 皮影戏 | 铜管音乐会
works: 幅版画 | 张面具 | 只风筝 | 本歌谱 | 件木雕 | 张海图
instrument: 二胡 | 古琴 | 手风琴 | 马头琴 | 大提琴

title.council: {$place}要{verb}{$work} | {thing}{adj}，{$place}争论不休 | {$person}：{speech} | {$place}{people}为何要{work}
title.economy: {goods}涨价，{people}犯愁 | {firm}落户{$place} | {$person}离开{firm} | {place}{goods}卖到{$place}
title.sport: {$club}客场胜{club} | {$person}闪耀{place} | {#2-9}分之差，{$club}的{month} | {$club}：{speech}
title.weather: {storm}逼近{$place} | {$place}清点{spot}损失 | {river}水位上涨 | {#2-9}小时{#20-90}毫米，{$place}忙排水
title.culture: {$person}把{show}带到{$place} | {spot}展出{#12-90}{works} | {$person}怎样写{show} | {adj}的{show}之夜

report: {goods}{place}：{#100-990}元，涨{#10-99}，成交{#200-990}件，余{#10-99}。
report: {place}{goods}：{#100-990}元，跌{#10-99}，售出{#200-990}桶，剩{#10-99}。

spin: 珀 | 篮 | 烛 | 刃 | 烬 | 羽 | 榴 | 锤 | 屿 | 袄 | 壶 | 梯 | 瓷 | 针 | 园 | 砾 | 矿 | 绸 | 鞍 | 伞 | 绒 | 核
spin: 弯 | 尘 | 霜 | 柔 | 空 | 闲 | 乐 | 锐 | 峻 | 熟 | 捷 | 暖 | 哑 | 遥 | 甜 | 苔 | 萤 | 鹤 | 藤 | 帆 | 桨 | 篱
)";
}

}  // namespace pressmill::corpusgen
