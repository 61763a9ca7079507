import { contoso, fabrikam, type Ways } from '#test/dialogs/reading/said/ways/ways.ts';

/** How Chinese sellers end and begin deals, and say what reaches them, on Monday, 30 November 2026. */
export const settling: Ways = [
  [
    { verb: 'referral.accept', deal: { words: '远景能源' } },
    [
      '我要接受远景能源',
      '远景能源接了',
      '远景能源这单我们接了',
      '接下远景能源吧',
      '同意接远景能源这单',
      '远景能源的邀请我接受了',
      '把远景能源接下来吧',
      '远景能源可以接',
      '那就接受远景能源吧',
    ],
  ],
  [
    { verb: 'referral.decline', deal: { words: '远景能源' }, reason: '客户没预算' },
    [
      '远景能源不接了，客户没预算',
      '推掉远景能源吧，客户没预算',
      '拒了远景能源，客户没预算',
      '远景能源这单拒绝吧，因为客户没预算',
      '把远景能源推了，客户没预算',
      '婉拒远景能源，理由是客户没预算',
    ],
  ],
  [
    { verb: 'referral.decline', deal: { words: '远景能源' }, reason: undefined },
    ['远景能源我们不做了', '拒绝远景能源这单', '远景能源不接', '把远景能源拒了吧'],
  ],
  [
    { verb: 'deal.win', deal: contoso },
    [
      'Contoso赢了！',
      'Contoso拿下了，太棒了',
      'Contoso签约了',
      'Contoso签单了，开心',
      'Contoso成单了',
      '我们把Contoso拿下了',
      '把Contoso标成赢单吧',
      'Contoso中标啦',
      'Contoso这单成了',
      '恭喜，Contoso赢单了',
    ],
  ],
  [
    { verb: 'deal.lose', deal: contoso, reason: '价格太高' },
    [
      'Contoso丢了，价格太高',
      'Contoso这单黄了，因为价格太高',
      'Contoso输了，原因是价格太高',
      '把Contoso标记为丢单，价格太高',
      'Contoso标记为输单，价格太高',
      'Contoso没拿下，价格太高',
      '我们丢了Contoso，主要是价格太高',
    ],
  ],
  [
    { verb: 'deal.lose', deal: contoso, reason: undefined },
    ['Contoso输单了', 'Contoso没戏了', 'Contoso被抢走了', 'Contoso飞了'],
  ],
  [
    { verb: 'registration.register', deal: contoso },
    [
      '去微软登记Contoso',
      '把Contoso登记到微软',
      'Contoso去注册一下',
      '帮我注册一下Contoso',
      '把Contoso报备一下',
      'Contoso可以登记了',
      '给Contoso做个注册',
    ],
  ],
  [
    { verb: 'news.mute', deal: contoso },
    [
      'Contoso的消息别再发了',
      'Contoso先静音吧',
      '把Contoso的通知关了',
      '不想再收到Contoso的通知',
      'Contoso免打扰',
      '关掉Contoso的提醒',
      '别给我推Contoso的消息了',
    ],
  ],
  [
    { verb: 'news.unmute', deal: contoso },
    [
      '重新打开Contoso的通知',
      'Contoso取消静音',
      '把Contoso的静音取消掉',
      '恢复Contoso的消息推送',
      '继续给我发Contoso的消息',
    ],
  ],
  [
    { verb: 'deal.favorite', deal: contoso, on: true },
    ['收藏一下Contoso', '给Contoso加个星标', 'Contoso收藏一下', '把Contoso加进收藏夹', '星标Contoso'],
  ],
  [
    { verb: 'deal.favorite', deal: contoso, on: false },
    ['Contoso取消收藏', '把Contoso从我的收藏里去掉', '不收藏Contoso了', '把Contoso移出收藏吧'],
  ],
  [{ verb: 'digest.set', text: '8点半' }, ['每天8点半给我发摘要', '早报改成8点半', '把摘要时间改到8点半']],
  [{ verb: 'digest.set', text: 'off' }, ['别给我发日报了', '摘要不要了', '把晨报关了吧', '不用发摘要了']],
  [{ verb: 'away.set', text: 'back' }, ['我休完假了', '我回来上班了', '我销假了']],
  [
    { verb: 'away.set', text: '周五前, 王伟' },
    ['我周五前休假，找王伟', '周五前我不在，王伟替我', '我周五前出差，有事找王伟'],
  ],
  [{ verb: 'away.set', text: '到周五' }, ['我请假到周五', '我休假到周五', '我要出差到周五']],
  [
    { verb: 'deal.undo', deal: undefined },
    ['撤回刚才那步', '改错了，撤销', '刚才弄错了', '撤销一下', '帮我撤回上一步'],
  ],
  [{ verb: 'deal.start', text: '' }, ['新建一单', '我想建个新商机', '录一个新项目', '有个新单子']],
  [
    { verb: 'deal.rename', deal: contoso, name: 'Contoso二期' },
    ['Contoso改名叫Contoso二期', '把Contoso的名字改成Contoso二期'],
  ],
  [{ verb: 'deal.lose', deal: fabrikam, reason: '被竞争对手抢走了' }, ['Fabrikam丢单了，被竞争对手抢走了']],
];
