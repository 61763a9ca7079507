import { contoso, type Ways } from '#test/dialogs/reading/said/ways/ways.ts';

/** How Chinese sellers look at deals, on Monday, 30 November 2026. */
export const looking: Ways = [
  [
    { verb: 'referral.view', deal: contoso },
    [
      '打开Contoso看看',
      'Contoso打开给我看一下',
      '把Contoso调出来',
      '帮我看下Contoso这单',
      'Contoso的详细情况给我看看',
      '我想看一下Contoso这个项目',
      '翻一下Contoso',
    ],
  ],
  [
    { verb: 'deal.summary', deal: contoso },
    [
      'Contoso那边谈得怎么样了',
      'Contoso这单到哪一步了',
      'Contoso现在什么情况啊',
      'Contoso有新进展吗',
      'Contoso这个项目推进得如何',
      '说说Contoso的情况',
      'Contoso最近有没有动静',
      '客户Contoso那边有消息了吗',
      'Contoso跟得怎么样了',
      '最近Contoso怎么样',
      'Contoso这单多少钱来着',
      'Contoso到什么阶段了呀',
      '汇报一下Contoso的进度',
    ],
  ],
  [{ verb: 'deal.summary', deal: 'it' }, ['它现在怎么样了', '这单进展如何', '这个项目到哪一步了']],
  [
    { verb: 'deal.team', deal: contoso },
    [
      'Contoso谁在跟',
      'Contoso是谁负责的',
      '看看Contoso的团队',
      'Contoso有哪些人在做',
      'Contoso团队都有谁',
      'Contoso现在归谁管',
    ],
  ],
  [
    { verb: 'timeline.show', deal: contoso },
    ['Contoso改过什么', '看一下Contoso的变更历史', 'Contoso的操作记录'],
  ],
  [
    { verb: 'deal.solutions', deal: contoso },
    ['Contoso卖的是什么方案', 'Contoso都有哪些解决方案', '看看Contoso用了什么产品'],
  ],
  [
    { verb: 'deal.edit', deal: contoso },
    ['编辑一下Contoso', '我要修改Contoso', 'Contoso改一下', '把Contoso的资料改一下'],
  ],
  [
    { verb: 'day.show' },
    [
      '我今天该干嘛',
      '今天有什么活儿',
      '今天要跟哪些单子',
      '有什么要我处理的吗',
      '今天先做什么好',
      '有没有等我处理的事',
      '今天要忙啥',
      '有啥急事没',
    ],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { overdue: true } },
    [
      '哪些单子过期没关',
      '有没有过了成交日期还没关的',
      '超期的都有哪些',
      '有哪些已经逾期的项目',
      '过了日期还没关的单子',
      '看看逾期的',
      '哪些商机已经过了成交日期',
    ],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { quiet: true } },
    [
      '哪些单子很久没动了',
      '好久没动静的项目',
      '最近没什么进展的单子有哪些',
      '哪些商机停滞了',
      '三周没动静的单子',
    ],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { over: { amount: 100000 } } },
    [
      '10万以上的单子',
      '大于10万的有哪些',
      '金额超过10万的商机列一下',
      '给我看看10万以上的',
      '有没有超过十万的项目',
    ],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { partner: 'Microsoft' } },
    ['跟微软一起的单子', '和微软合作的有哪些', '微软参与的项目', '跟微软在做的商机'],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { partner: 'Microsoft', over: { amount: 1000000 } } },
    ['跟微软合作的，100万以上的', '和微软一起做的超过一百万的项目有哪些', '100万以上跟微软的单子'],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { closingFrom: '2026-10-01', closingTo: '2026-12-31' } },
    ['这个季度要关的单子', '这季度成交的单子', '哪些单子本季度到期'],
  ],
  [
    {
      verb: 'deals.list',
      list: 'all',
      filters: { closingFrom: '2026-12-01', closingTo: '2026-12-31', country: 'DE' },
    },
    ['德国下个月要成交的', '下个月成交的德国客户'],
  ],
  [
    { verb: 'deals.list', list: 'mine', filters: {} },
    ['我手上的单子', '我的项目有哪些', '看看我的单子', '我负责的商机', '我在跟的单子'],
  ],
  [
    { verb: 'deals.list', list: 'inbound', filters: { status: 'received' } },
    ['还没回复的推荐', '有哪些没答复的', '还没接的单子'],
  ],
  [
    { verb: 'deals.list', list: 'all', filters: { stage: 80 } },
    ['在谈判的单子', '谈判阶段的有哪些', '哪些项目到谈判阶段了'],
  ],
  [
    { verb: 'deals.list', list: 'expiring', filters: {} },
    ['快过期的推荐', '哪些快到期了', '马上要过期的单子有哪些'],
  ],
  [{ verb: 'pipeline.show', whose: 'mine' }, ['我的漏斗', '看下我的销售管道', '我的pipeline怎么样']],
  [{ verb: 'pipeline.show', whose: undefined }, ['漏斗给我看看', '看看漏斗图', '管道情况怎么样']],
  [
    { verb: 'insights.show' },
    ['我们的赢单率是多少', '看看统计数据', '谁回得最快', '给我看下分析报告', '出个报表'],
  ],
  [{ verb: 'help.show' }, ['你都会干什么', '怎么用啊', '有哪些功能', '我该怎么说', '教教我怎么用']],
  [{ verb: 'deals.search', text: '远景' }, ['搜一下远景', '帮我找找远景', '查找远景']],
  [{ verb: 'explain', term: 'cosell' }, ['联合销售到底是什么意思', '什么叫联合销售啊', '联合销售是个啥']],
  [{ verb: 'explain', term: 'duns' }, ['邓白氏编码是干嘛用的', '为啥要填邓白氏编码', '邓白氏号码去哪儿找']],
  [{ verb: 'explain', term: 'registration' }, ['为什么要登记呢', '登记有什么用']],
];
